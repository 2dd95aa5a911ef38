package io.keycloakcrm.setup;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.RoleRepresentation;

/** The roles that a role brings along directly, as names: {@code role} for the realm's, {@code client/role} else. */
final class Composites {

    private Composites() {}

    static SortedSet<String> of(RoleModel role) {
        return role.getCompositesStream().map(Composites::name).collect(Collectors.toCollection(TreeSet::new));
    }

    static SortedSet<String> of(RoleRepresentation role) {
        SortedSet<String> names = new TreeSet<>();
        if (role.getComposites() != null) {
            ofClients(role).forEach((client, roles) -> roles.forEach(name -> names.add(client + "/" + name)));
        }
        return names;
    }

    /** Role names by client id. */
    static Map<String, List<String>> ofClients(RoleRepresentation role) {
        return role.getComposites().getClient();
    }

    private static String name(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                ? client.getClientId() + "/" + role.getName()
                : role.getName();
    }
}
