package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.rest.LawOfRights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Holds what was done to roles on Keycloak's pages to what the matrix would have allowed. Other roles are held to it for
 * CRM roles and permissions that come into them: the default role has everybody.
 */
final class RoleChangesLaw {

    private final RealmModel realm;
    private final RoleChanges changes;
    private final RoleLaw law;
    private final Map<RoleModel, Boolean> access = new HashMap<>();

    RoleChangesLaw(RealmModel realm, RoleChanges changes, LawOfRights law) {
        this.realm = realm;
        this.changes = changes;
        this.law = new RoleLaw(law, new ScopeLaw(realm, law, this::crmRolesBefore));
    }

    /** The first thing that may not stay. */
    Optional<Refusal> refusal() {
        return roles(changes.roles())
                .map(this::refusal)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> new PermissionLaw(realm, changes.names(), law).refusal());
    }

    private Optional<Refusal> refusal(RoleModel role) {
        boolean crmRole = CrmRoles.isCrmRole(role);
        List<RoleModel> added = roles(changes.addedTo(role.getId()))
                .filter(part -> crmRole || bringsAccess(part))
                .toList();
        Map<ScopeKey, List<ScopeEntry>> widened =
                crmRole ? ScopeLaw.widened(Reach.of(before(role)), Reach.of(role)) : Map.of();
        boolean stronger = !widened.isEmpty() || !added.isEmpty();
        boolean turned = crmRole && !CrmRoles.isCrmRole(role, before(role));
        return law.scopes(widened)
                .or(() -> added.stream()
                        .map(law::addable)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> changes.isNew(role.getId()) || !turned ? Optional.empty() : law.addable(role))
                .or(() -> changes.isNew(role.getId()) || !stronger ? Optional.empty() : law.strengthening(role));
    }

    /** Without what the request says of them, or whoever widens a role that he may grant could point to that role. */
    private Map<RoleModel, Reach> crmRolesBefore() {
        Map<RoleModel, Reach> roles = new HashMap<>();
        realm.getRolesStream()
                .filter(role -> CrmRoles.isCrmRole(role, before(role)))
                .forEach(role -> roles.put(role, Reach.of(before(role))));
        return roles;
    }

    private Map<String, List<String>> before(RoleModel role) {
        return changes.before(role.getId()).orElseGet(role::getAttributes);
    }

    private Stream<RoleModel> roles(Set<String> ids) {
        return ids.stream().flatMap(id -> {
            @Nullable RoleModel role = realm.getRoleById(id);
            return Stream.ofNullable(role);
        });
    }

    private boolean bringsAccess(RoleModel part) {
        return access.computeIfAbsent(part, ConferralLaw::bringsAccess);
    }
}
