package io.keycloakcrm.tests.api;

import java.util.List;
import java.util.Map;

/**
 * Somebody whose rights over people and roles come from fine-grained permissions.
 *
 * @param realm managed by one who may give such permissions
 * @param as the same realm, managed by him
 */
public record FineGrainedAdmin(RealmApi realm, RealmApi as) {

    private static final String POLICY = "the-limited-one";

    /** Turns fine-grained permissions on; one to a realm. The roles are those of {@code realm-management} he has besides. */
    public static FineGrainedAdmin appointed(RealmApi realm, String... roles) {
        realm.put("", Map.of("adminPermissionsEnabled", true)).expect(204);
        RealmApi limited = realm.asNewAdmin(roles);
        String admin =
                realm.get("users?emailVerified=true").json().path(0).path("id").asText();
        var appointed = new FineGrainedAdmin(realm, limited);
        realm.post(appointed.permissions() + "policy/user", Map.of("name", POLICY, "users", List.of(admin)))
                .expect(201);
        return appointed;
    }

    /** Permits him this; with no resources for all of the type. */
    public FineGrainedAdmin may(String permission, String type, List<String> resources, String... scopes) {
        realm.post(
                        permissions() + "permission/scope",
                        Map.of(
                                "name",
                                permission,
                                "resourceType",
                                type,
                                "resources",
                                resources,
                                "scopes",
                                List.of(scopes),
                                "policies",
                                List.of(POLICY)))
                .expect(201);
        return this;
    }

    private String permissions() {
        return "clients/" + realm.clientUuid("admin-permissions") + "/authz/resource-server/";
    }
}
