package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.RolePages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a permission allows is its name, so whoever gives it another confers that on all who have the permission. */
@WithKeycloak
final class PermissionNameLawIT {

    private static final String NOT_GRANTABLE = "crm.access.role-not-grantable";

    private final RealmApi realm;
    private final RealmApi limited;

    PermissionNameLawIT(Crm crm) {
        this.realm = crm.newRealm();
        this.limited = realm.asNewAdmin("manage-clients");
    }

    @Test
    void isNotChangedIntoAnotherPermissionByWhoMayGrantNone() {
        refused(rename(limited, permission("lead:view"), "lead:approve"), NOT_GRANTABLE);

        permission("lead:view");
    }

    @Test
    void isChangedByWhoMayGrantIt() {
        RealmApi free = realm.asNewAdmin("manage-clients", "manage-users");
        realm.post(catalog() + "/roles", Map.of("name", "quote:view")).expect(201);

        rename(free, permission("quote:view"), "quote:see").expect(204);
        rename(limited, permission("quote:see"), "formerly-quote").expect(204);
    }

    @Test
    void isDescribedByAnyAdministratorOfTheClient() {
        ObjectNode described = permission("lead:view");

        limited.put("roles-by-id/" + described.path("id").asText(), described.put("description", "See leads"))
                .expect(204);
    }

    @Test
    void comesWithNoClientThatTakesTheNameOfTheCatalog() {
        String other = client("other-" + UUID.randomUUID());
        realm.post("clients/" + other + "/roles", Map.of("name", "lead:approve"))
                .expect(201);
        String catalog = realm.clientUuid("crm");
        name(limited, catalog, "formerly-crm").expect(204);
        try {
            refused(name(limited, other, "crm"), NOT_GRANTABLE);
            assertThat(realm.clientUuid("crm")).isEmpty();
        } finally {
            name(realm, catalog, "crm").expect(204);
        }
    }

    private static ApiResponse rename(RealmApi administrator, ObjectNode role, String name) {
        return administrator.put("roles-by-id/" + role.path("id").asText(), role.put("name", name));
    }

    private static ApiResponse name(RealmApi administrator, String client, String clientId) {
        return administrator.put("clients/" + client, Map.of("clientId", clientId));
    }

    private String client(String clientId) {
        return realm.post("clients", Map.of("clientId", clientId)).expect(201).createdId();
    }

    private ObjectNode permission(String name) {
        JsonNode found = realm.get(catalog() + "/roles/" + name).expect(200).json();
        return (ObjectNode) found;
    }

    private String catalog() {
        return "clients/" + realm.clientUuid("crm");
    }
}
