package io.keycloakcrm.access.roles;

import io.keycloakcrm.access.AccessProblems;
import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** Shows CRM roles to one administrator. */
final class RoleView {

    private final AdminCall call;
    private final AccessProblems problems;
    private final Messages messages;

    RoleView(AdminCall call) {
        this.call = call;
        this.problems = new AccessProblems(call.session(), call.realm());
        this.messages = Messages.of(call.session());
    }

    CrmRole of(RoleModel role) {
        Set<RoleModel> direct = role.getCompositesStream().collect(Collectors.toSet());
        return new CrmRole(
                role.getId(),
                role.getName(),
                CrmRoles.label(role, messages.locale()),
                CrmRoles.labels(role),
                role.getDescription(),
                PermissionCatalog.byModule(direct.stream()),
                PermissionCatalog.byModule(
                        RoleUtils.expandCompositeRoles(Set.of(role)).stream().filter(one -> !direct.contains(one))),
                CrmRoles.scopes(role),
                names(direct.stream().filter(CrmRoles::isCrmRole)),
                names(direct.stream().filter(this::isOther)),
                problems.of(role));
    }

    // What a client is called is for those to know who may see it.
    private boolean isOther(RoleModel role) {
        return !CrmRoles.isCrmRole(role)
                && PermissionCatalog.permission(role).isEmpty()
                && call.auth().roles().canView(role);
    }

    private static List<String> names(Stream<RoleModel> roles) {
        return roles.map(role -> role.getContainer() instanceof ClientModel client
                        ? client.getClientId() + "/" + role.getName()
                        : role.getName())
                .sorted()
                .toList();
    }
}
