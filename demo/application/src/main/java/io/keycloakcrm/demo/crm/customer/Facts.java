package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmRecord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a customer.
 *
 * @param amount expected yearly turnover in yuan
 * @param region null where nobody has said; likewise the next two
 * @param owner user id
 * @param department id
 */
record Facts(
        String name,
        String city,
        Stage stage,
        BigDecimal amount,
        @Nullable String region,
        @Nullable String owner,
        @Nullable String department) {

    /** What data scopes look at. */
    CrmRecord scoped() {
        return new CrmRecord(owner, department, region);
    }
}
