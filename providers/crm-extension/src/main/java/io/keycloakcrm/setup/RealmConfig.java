package io.keycloakcrm.setup;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.util.JsonSerialization;

/** What makes a realm a CRM realm, in Keycloak's own representations; the demo realm is made of the same files. */
record RealmConfig(
        UPConfig profile,
        RealmRepresentation realm,
        ClientRepresentation client,
        List<RoleRepresentation> permissions,
        List<RoleRepresentation> roles,
        List<ClientScopeRepresentation> clientScopes,
        GroupRepresentation departmentRoot,
        List<RequiredActionProviderRepresentation> requiredActions) {

    static RealmConfig load() {
        return new RealmConfig(
                read("user-profile.json", new TypeReference<>() {}),
                read("realm.json", new TypeReference<>() {}),
                read("client.json", new TypeReference<>() {}),
                read("permissions.json", new TypeReference<>() {}),
                read("roles.json", new TypeReference<>() {}),
                read("client-scopes.json", new TypeReference<>() {}),
                read("department-root.json", new TypeReference<>() {}),
                read("required-actions.json", new TypeReference<>() {}));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = RealmConfig.class.getResourceAsStream("/crm-realm/" + file)) {
            return JsonSerialization.mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read crm-realm/" + file, e);
        }
    }
}
