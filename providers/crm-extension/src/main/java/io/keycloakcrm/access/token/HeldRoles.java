package io.keycloakcrm.access.token;

import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.claims.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * What counts among the roles that a person has, by whatever way: CRM roles, and permissions, which are roles of the client
 * {@value #CLIENT}. Both in the order of their names.
 *
 * @param readFrom ids of all roles and groups that had a say
 */
public record HeldRoles(List<RoleModel> crmRoles, List<Permission> permissions, Set<String> readFrom) {

    /** The client that holds the permissions, and the audience of tokens that are meant for the CRM. */
    public static final String CLIENT = "crm";

    public HeldRoles {
        crmRoles = List.copyOf(crmRoles);
        permissions = List.copyOf(permissions);
        readFrom = Set.copyOf(readFrom);
    }

    /** Whatever the client whose token it is may see of roles: the client scope is the permission (ADR 14). */
    public static HeldRoles of(RealmModel realm, UserModel user) {
        @Nullable ClientModel catalog = realm.getClientByClientId(CLIENT);
        List<RoleModel> crmRoles = new ArrayList<>();
        List<Permission> permissions = new ArrayList<>();
        RoleClosure closure = RoleClosure.of(user);
        for (RoleModel role : closure.roles()) {
            if (!role.isClientRole()) {
                Optional.of(role).filter(CrmRoles::isCrmRole).ifPresent(crmRoles::add);
            } else if (catalog != null && catalog.getId().equals(role.getContainerId())) {
                Permission.parse(role.getName()).ifPresent(permissions::add);
            }
        }
        crmRoles.sort(Comparator.comparing(RoleModel::getName));
        permissions.sort(Comparator.comparing(Permission::toString));
        return new HeldRoles(crmRoles, permissions, closure.readFrom());
    }
}
