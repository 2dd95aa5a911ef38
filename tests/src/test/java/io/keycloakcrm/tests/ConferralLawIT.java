package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.RolePages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An administrator of the realm who may grant nothing confers nothing either by people and groups that he imports, or by the
 * groups that newcomers join: Keycloak asks there for no right beyond {@code manage-realm}.
 */
@WithKeycloak
final class ConferralLawIT {

    private static final String NOT_GRANTABLE = "crm.access.role-not-grantable";

    private final Crm crm;
    private final RealmApi realm;
    private final RealmApi limited;
    private final RealmApi free;

    ConferralLawIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.limited = realm.asNewAdmin("manage-realm", "manage-clients");
        this.free = realm.asNewAdmin("manage-realm", "manage-users");
    }

    @Nested
    final class ByPartialImport {

        private final String name = "imported-" + UUID.randomUUID();

        @Test
        void comesNobodyWithACrmRole() {
            refused(importing(limited, user(Map.of("realmRoles", List.of("finance")))), NOT_GRANTABLE);

            assertThat(realm.get("users?username=" + name).json()).isEmpty();
            importing(free, user(Map.of("realmRoles", List.of("finance")))).expect(200);
        }

        @Test
        void comesNobodyWithAPermission() {
            refused(
                    importing(limited, user(Map.of("clientRoles", Map.of("crm", List.of("customer:export"))))),
                    NOT_GRANTABLE);
        }

        @Test
        void comesNobodyWhoAdministersTheRealm() {
            Map<String, ?> administrator =
                    user(Map.of("clientRoles", Map.of("realm-management", List.of("realm-admin"))));

            refused(importing(limited, administrator), NOT_GRANTABLE);
            refused(importing(free, administrator), NOT_GRANTABLE);
            importing(realm, administrator).expect(200);
        }

        @Test
        void comesNobodyIntoAGroupWithCrmRoles() {
            String group = groupWithRole();

            refused(importing(limited, user(Map.of("groups", List.of("/" + group)))), NOT_GRANTABLE);
        }

        @Test
        void comesNobodyWithAScopeOfHisOwn() {
            Map<String, ?> person = user(Map.of("attributes", Map.of("dataScope", List.of("customer=all"))));

            refused(importing(limited, person), "crm.access.scope-too-wide");
            importing(free, person).expect(200);
        }

        @Test
        void comesNoGroupWithCrmRoles() {
            refused(
                    importing(
                            limited,
                            Map.of(
                                    "groups",
                                    List.of(Map.of(
                                            "name", name, "path", "/" + name, "realmRoles", List.of("finance"))))),
                    NOT_GRANTABLE);
        }

        @Test
        void comesTheAdministratorHimselfWithNothingMore() {
            RealmApi elsewhere = crm.newRealm();
            RealmApi self = elsewhere.asNewAdmin("manage-realm");
            JsonNode account = elsewhere.get("users?emailVerified=true").json().path(0);
            for (String id :
                    List.of(account.path("id").asText(), UUID.randomUUID().toString())) {
                Map<String, Object> more = Map.of(
                        "id",
                        id,
                        "username",
                        account.path("username").asText(),
                        "enabled",
                        true,
                        "realmRoles",
                        List.of("finance"),
                        "clientRoles",
                        Map.of("realm-management", List.of("realm-admin")));

                refused(
                        self.post("partialImport", Map.of("ifResourceExists", "OVERWRITE", "users", List.of(more))),
                        NOT_GRANTABLE);
            }
            self.get("").expect(200);
        }

        @Test
        void comeAllOthers() {
            importing(limited, user(Map.of("realmRoles", List.of("default-roles-" + realm.name(), "offline_access"))))
                    .expect(200);
            importing(limited, Map.of("groups", List.of(Map.of("name", name, "path", "/" + name))))
                    .expect(200);
        }

        private Map<String, ?> user(Map<String, ?> said) {
            Map<String, Object> user = new HashMap<>(said);
            user.putAll(Map.of("username", name, "email", name + "@acme.example", "enabled", true));
            return Map.of("users", List.of(user));
        }

        private ApiResponse importing(RealmApi administrator, Map<String, ?> said) {
            Map<String, Object> file = new HashMap<>(said);
            file.put("ifResourceExists", "FAIL");
            return administrator.post("partialImport", file);
        }
    }

    @Nested
    final class ByGroupsThatNewcomersJoin {

        @Test
        void isConferredNoCrmRole() {
            String group = group(groupWithRole());

            refused(limited.put("default-groups/" + group, Map.of()), NOT_GRANTABLE);
            assertThat(realm.get("default-groups").json()).isEmpty();
            refused(limited.put("", Map.of("defaultGroups", List.of(path(group)))), NOT_GRANTABLE);

            free.put("default-groups/" + group, Map.of()).expect(204);
            limited.put("", Map.of("defaultGroups", List.of(path(group)))).expect(204);
            limited.delete("default-groups/" + group).expect(204);
        }

        @Test
        void isConferredWhatIsNoneOfOurs() {
            String name = "plain-" + UUID.randomUUID();
            String group =
                    realm.post("groups", Map.of("name", name)).expect(201).createdId();

            limited.put("default-groups/" + group, Map.of()).expect(204);
            limited.delete("default-groups/" + group).expect(204);
        }

        private String path(String group) {
            return realm.get("groups/" + group).expect(200).json().path("path").asText();
        }
    }

    /** Below one that has it, to be inherited. */
    private String groupWithRole() {
        String above = "above-" + UUID.randomUUID();
        String id = realm.post("groups", Map.of("name", above)).expect(201).createdId();
        realm.post(
                        "groups/" + id + "/role-mappings/realm",
                        List.of(realm.get("roles/finance").expect(200).json()))
                .expect(204);
        realm.post("groups/" + id + "/children", Map.of("name", "below")).expect(201);
        return above + "/below";
    }

    private String group(String path) {
        return realm.get("group-by-path/" + path).expect(200).json().path("id").asText();
    }
}
