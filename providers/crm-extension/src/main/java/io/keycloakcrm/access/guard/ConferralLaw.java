package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.access.token.HeldRoles;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.rest.LawOfRights;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Holds what a request gives to people and groups to what the administrator may grant: roles that lead to access or to the
 * administration of the realm, and data scopes. Whatever else roles may mean is left to Keycloak.
 */
final class ConferralLaw {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Conferred conferred;
    private final LawOfRights law;
    private final RoleLaw roleLaw;

    ConferralLaw(KeycloakSession session, Conferred conferred, LawOfRights law) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.conferred = conferred;
        this.law = law;
        this.roleLaw = new RoleLaw(law, new ScopeLaw(realm, law));
    }

    /** The first thing that may not stay. */
    Optional<Refusal> refusal() {
        return Stream.concat(roles(), groups().flatMap(LawOfRights::rolesOf))
                // Newcomers have it anyway.
                .filter(role -> !role.equals(realm.getDefaultRole()))
                .distinct()
                .filter(role -> bringsAccess(role) || leadsToAdministration(role))
                .map(roleLaw::grantable)
                .flatMap(Optional::stream)
                .findFirst()
                .or(this::scopes);
    }

    private Stream<RoleModel> roles() {
        return conferred.roles().stream().flatMap(id -> {
            @Nullable RoleModel role = realm.getRoleById(id);
            return Stream.ofNullable(role);
        });
    }

    private Stream<GroupModel> groups() {
        Stream<GroupModel> joined = conferred.groups().stream().flatMap(id -> {
            @Nullable GroupModel group = session.groups().getGroupById(realm, id);
            return Stream.ofNullable(group);
        });
        return Stream.concat(
                joined,
                conferred.defaultGroupsBefore().stream()
                        .flatMap(before ->
                                realm.getDefaultGroupsStream().filter(group -> !before.contains(group.getId()))));
    }

    private Optional<Refusal> scopes() {
        var personal = new PersonalScopeLaw(realm, law);
        return conferred.people().stream()
                .flatMap(id -> {
                    @Nullable UserModel person = session.users().getUserById(realm, id);
                    return Stream.ofNullable(person);
                })
                .flatMap(person -> personal
                        .refusal(
                                person,
                                List.of(),
                                person.getAttributeStream(ScopeRules.USER_ATTRIBUTE)
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream())
                .map(scope -> Refusal.of("crm.access.scope-too-wide", scope))
                .findFirst();
    }

    /** Whether whoever has the role may more in the CRM. */
    static boolean bringsAccess(RoleModel role) {
        return broughtBy(role).stream()
                .anyMatch(part -> CrmRoles.isCrmRole(part)
                        || (part.getContainer() instanceof ClientModel client
                                && HeldRoles.CLIENT.equals(client.getClientId())));
    }

    private static boolean leadsToAdministration(RoleModel role) {
        return broughtBy(role).stream().anyMatch(AdminRoles::isAdminRole);
    }

    private static Set<RoleModel> broughtBy(RoleModel role) {
        return LawOfRights.expand(Stream.of(role));
    }
}
