package io.keycloakcrm.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Nobody confers what he may not grant, whichever way it is conferred: a role is followed through its composites, a
 * group through its parents and their roles, down to the administrative roles of the realm.
 *
 * <p>Keycloak 26.7.4 itself checks only the role or group that is named (CVE-2026-94000), so this is asked wherever a
 * row, an invitation or a hand-over gives something, when it is asked for and again when it is carried out.
 *
 * <p>Made for one transaction: what it has found out about a role or a group it does not ask again.
 */
public final class LawOfRights {

    private final AdminPermissionEvaluator auth;
    private final Map<String, Optional<RoleModel>> refusals = new HashMap<>();
    private final Map<String, Boolean> memberships = new HashMap<>();
    private @Nullable Boolean mapsRolesOfAnybody;

    public LawOfRights(AdminPermissionEvaluator auth) {
        this.auth = auth;
    }

    /** The administrator's rights as Keycloak knows them. */
    public AdminPermissionEvaluator auth() {
        return auth;
    }

    /** Whether he may let people into the group and out of it. */
    public boolean managesMembership(GroupModel group) {
        return memberships.computeIfAbsent(group.getId(), id -> auth.groups().canManageMembership(group));
    }

    /** Whether he may grant roles to the user or, with null, to somebody who is about to be created. */
    @SuppressWarnings("NullAway") // Keycloak's evaluators take null for "any user"
    public boolean mapsRolesOf(@Nullable UserModel user) {
        if (user != null) {
            return auth.users().canMapRoles(user);
        }
        if (mapsRolesOfAnybody == null) {
            mapsRolesOfAnybody = auth.users().canMapRoles(null);
        }
        return mapsRolesOfAnybody;
    }

    /** The first role that {@code role} brings along and the administrator may not grant; empty if he may grant all. */
    public Optional<RoleModel> refusal(RoleModel role) {
        return refusals.computeIfAbsent(role.getId(), id -> refusalOf(role));
    }

    /** The first role that joining {@code group} brings along and the administrator may not grant. */
    public Optional<RoleModel> refusal(GroupModel group) {
        return refusals.computeIfAbsent(group.getId(), id -> refusalOf(group));
    }

    private Optional<RoleModel> refusalOf(RoleModel role) {
        if (!auth.roles().canMapRole(role)) {
            return Optional.of(role);
        }
        return firstBeyond(Stream.of(role));
    }

    private Optional<RoleModel> refusalOf(GroupModel group) {
        return rolesOf(group)
                .filter(role -> !auth.roles().canMapRole(role))
                .findFirst()
                .or(() -> firstBeyond(rolesOf(group)));
    }

    /**
     * Whether the account holds administrative rights that the administrator neither has nor may grant; then he may not
     * touch it.
     */
    public boolean isOutrankedBy(UserModel user) {
        return administrativeRoles(user)
                // With fine-grained permissions only realm administrators may grant administrative roles at all; people
                // of equal rank may still look after each other.
                .anyMatch(role -> !auth.roles().canMapRole(role)
                        && !auth.adminAuth().getUser().hasRole(role));
    }

    /** Whether the account holds any administrative right of the realm, however it came to it. */
    public static boolean isAdministrator(UserModel user) {
        return administrativeRoles(user).findAny().isPresent();
    }

    private static Stream<RoleModel> administrativeRoles(UserModel user) {
        Stream<RoleModel> ofGroups = user.getGroupsStream().flatMap(LawOfRights::rolesOf);
        return expand(Stream.concat(user.getRoleMappingsStream(), ofGroups)).stream()
                .filter(AdminRoles::isAdminRole);
    }

    private Optional<RoleModel> firstBeyond(Stream<RoleModel> roles) {
        return expand(roles).stream()
                .filter(AdminRoles::isAdminRole)
                .filter(role -> !auth.roles().canMapRole(role))
                .findFirst();
    }

    /** The roles that whoever is in the group has by it or by a group above it. */
    public static Stream<RoleModel> rolesOf(GroupModel group) {
        Stream.Builder<RoleModel> roles = Stream.builder();
        for (@Nullable GroupModel level = group; level != null; level = level.getParent()) {
            level.getRoleMappingsStream().forEach(roles);
        }
        return roles.build();
    }

    /** The roles and all that they consist of. */
    public static Set<RoleModel> expand(Stream<RoleModel> roles) {
        Set<RoleModel> all = new LinkedHashSet<>();
        Deque<RoleModel> open = new ArrayDeque<>(roles.toList());
        while (!open.isEmpty()) {
            RoleModel role = open.pop();
            if (all.add(role) && role.isComposite()) {
                role.getCompositesStream().forEach(open::push);
            }
        }
        return all;
    }
}
