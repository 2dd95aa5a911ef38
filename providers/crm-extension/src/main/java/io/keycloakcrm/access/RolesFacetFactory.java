package io.keycloakcrm.access;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.staff.Change;
import io.keycloakcrm.staff.StaffError;
import io.keycloakcrm.staff.StaffFacet;
import io.keycloakcrm.staff.StaffFacetFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.UserAdapter;

/**
 * The property {@code roles} of a staff member: the realm roles that were granted to him directly and are CRM roles.
 * Writing it makes the CRM roles exactly those that are named; other roles of his are never taken away.
 */
@AutoService(StaffFacetFactory.class)
public final class RolesFacetFactory implements StaffFacetFactory {

    static final String ID = "roles";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffFacet create(KeycloakSession session) {
        return new RolesFacet(session);
    }

    private record RolesFacet(KeycloakSession session) implements StaffFacet {

        @Override
        public Map<String, Object> show(RealmModel realm, Collection<String> userIds) {
            Map<String, String> names = realm.getRolesStream()
                    .filter(CrmRoles::isCrmRole)
                    .collect(Collectors.toMap(RoleModel::getId, RoleModel::getName));
            return Map.copyOf(new RoleMappingRepository(session).roles(realm.getId(), userIds, names));
        }

        @Override
        public Plan plan(
                KeycloakSession session,
                RealmModel realm,
                LawOfRights law,
                @Nullable UserModel user,
                List<String> wanted) {
            List<StaffError> errors = new ArrayList<>();
            Set<RoleModel> granted = granted(user);
            Set<RoleModel> roles = new LinkedHashSet<>();
            for (String name : wanted) {
                Optional<RoleModel> role = new CrmRoles(realm).find(name);
                role.ifPresentOrElse(roles::add, () -> errors.add(StaffError.of(ID, "crm.staff.role-unknown", name)));
            }
            List<RoleModel> added =
                    roles.stream().filter(role -> !granted.contains(role)).toList();
            List<RoleModel> removed = granted.stream()
                    .filter(CrmRoles::isCrmRole)
                    .filter(role -> !roles.contains(role))
                    .toList();
            Stream.concat(added.stream(), removed.stream()).forEach(role -> check(role, law, user, errors));
            @Nullable
            Change change = added.isEmpty() && removed.isEmpty()
                    ? null
                    : new Change(names(granted.stream().filter(CrmRoles::isCrmRole)), names(roles.stream()));
            return new Plan(errors, change, written -> {
                removed.forEach(written::deleteRoleMapping);
                added.forEach(role -> grant(session, written, role, user == null));
            });
        }

        /**
         * As Keycloak does, but of a person created a moment ago nobody asks the database which roles he has: in batch mode
         * queries do not see what is not flushed, so the answer would be in vain.
         */
        private static void grant(KeycloakSession session, UserModel user, RoleModel role, boolean isCreated) {
            if (isCreated && EntityManagers.isBatchMode() && user instanceof UserAdapter created) {
                created.grantRoleImpl(role);
                RoleModel.RoleGrantedEvent.fire(role, created, session);
            } else {
                user.grantRole(role);
            }
        }

        private static void check(RoleModel role, LawOfRights law, @Nullable UserModel user, List<StaffError> errors) {
            if (!law.mapsRolesOf(user)) {
                errors.add(StaffError.of(ID, "crm.staff.role-forbidden", role.getName(), role.getName()));
                return;
            }
            law.refusal(role)
                    .ifPresent(beyond -> errors.add(
                            StaffError.of(ID, "crm.staff.role-forbidden", role.getName(), beyond.getName())));
        }

        private static Set<RoleModel> granted(@Nullable UserModel user) {
            return user == null
                    ? Set.of()
                    : user.getRealmRoleMappingsStream().collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private static @Nullable String names(Stream<RoleModel> roles) {
            String names = roles.map(RoleModel::getName).sorted().collect(Collectors.joining(";"));
            return names.isEmpty() ? null : names;
        }
    }
}
