package io.keycloakcrm.claims;

/** How lists reach the database. */
public enum SqlDialect {
    /**
     * {@code IN (?, ?, …)}, a parameter for each value, at most a thousand to a list (Oracle's limit). Databases take so many in a
     * statement and no more: PostgreSQL and MySQL 65,535, SQL Server 2,100.
     */
    STANDARD,
    /** {@code = ANY (?)}, one parameter for each list however long, and one statement to be planned. H2 takes it too. */
    POSTGRESQL
}
