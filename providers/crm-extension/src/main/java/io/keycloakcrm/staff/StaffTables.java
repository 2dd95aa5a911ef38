package io.keycloakcrm.staff;

import io.keycloakcrm.jpa.TableStatistics;
import io.keycloakcrm.jpa.TableStatistics.Table;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** The tables, Keycloak's and this room's, that grow with the members. */
public final class StaffTables {

    /** Users first, because nothing comes without them. */
    private static final List<Table> ALL = List.of(
            new Table("USER_ENTITY", "id, realm_id, username, email"),
            new Table("USER_ATTRIBUTE", "id, user_id, name"),
            new Table("USER_ROLE_MAPPING", "user_id, role_id"),
            new Table("USER_GROUP_MEMBERSHIP", "user_id, group_id"),
            new Table("CRM_EMPLOYEE_NUMBER", "realm_id, number_norm, attribute_id"),
            new Table("CRM_STAFF", "realm_id, user_id"));

    private StaffTables() {}

    /** For whoever writes many members: keeps the database's plans fit while its tables grow. */
    public static void keepFit(KeycloakSession session) {
        TableStatistics.renewIfOutgrown(session, ALL);
    }
}
