package io.keycloakcrm.access.roles;

import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.access.guard.Reach;
import io.keycloakcrm.access.guard.Refusal;
import io.keycloakcrm.access.guard.RoleLaw;
import io.keycloakcrm.access.guard.ScopeLaw;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.Constants;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.ErrorResponseException;

/** Writes one row of the matrix: all of it, or nothing and the reason. */
final class RoleWriter {

    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    record Written(RoleModel role, Outcome outcome) {}

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,63}");

    /** Makes a role a CRM role that has neither a label nor a data scope. */
    private static final String MARK = "crm.role";

    private final AdminCall call;
    private final RealmModel realm;
    private final RoleLaw law;
    private final RoleWishes wishes;

    RoleWriter(AdminCall call) {
        this.call = call;
        this.realm = call.realm();
        var rights = new LawOfRights(call.auth());
        this.law = new RoleLaw(rights, new ScopeLaw(realm, rights));
        this.wishes = new RoleWishes(call);
    }

    /**
     * Changes a role, or creates it if there is none of that name.
     *
     * @throws ErrorResponseException 400 for what cannot be, 403 for what the administrator may not confer, 409 for a role
     *     that is Keycloak's own
     */
    Written write(String name, RolePatch patch) {
        try {
            @Nullable RoleModel present = realm.getRole(name);
            if (present == null) {
                RoleModel created = create(name);
                change(created, patch, true);
                return new Written(created, Outcome.CREATED);
            }
            requireOurs(present);
            return new Written(present, change(present, patch, false) ? Outcome.CHANGED : Outcome.UNCHANGED);
        } catch (ErrorResponseException refused) {
            // What was written before the refusal must not stay.
            call.session().getTransactionManager().setRollbackOnly();
            throw refused;
        }
    }

    private RoleModel create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badField("name", "crm.access.role-name-invalid", name);
        }
        try {
            return realm.addRole(name);
        } catch (ModelDuplicateException createdMeanwhile) {
            throw Problem.conflict("crm.access.role-name-taken", name);
        }
    }

    private void requireOurs(RoleModel role) {
        boolean keycloaks = role.equals(realm.getDefaultRole())
                || Set.of(Constants.OFFLINE_ACCESS_ROLE, Constants.AUTHZ_UMA_AUTHORIZATION)
                        .contains(role.getName())
                || AdminRoles.isAdminRole(role);
        if (keycloaks) {
            throw Problem.conflict("crm.access.role-not-crm", role.getName());
        }
        if (!CrmRoles.isCrmRole(role)) {
            // From here on it would be given out as a CRM role.
            requireAddable(Set.of(role));
        }
    }

    private void requireAddable(Collection<RoleModel> added) {
        for (RoleModel part : added) {
            // Whoever asks: CRM roles are given out by rows of files and go to dozens of people at once.
            if (AdminRoles.containsAdminRole(part)) {
                throw Problem.forbidden("crm.access.role-administrative", part.getName());
            }
            require(law.addable(part));
        }
    }

    private static void require(Optional<Refusal> refusal) {
        refusal.ifPresent(refused -> {
            throw Problem.forbidden(refused.code(), refused.params().toArray());
        });
    }

    private boolean change(RoleModel role, RolePatch patch, boolean created) {
        Map<String, List<String>> attributes = attributes(role, patch);
        Map<ScopeKey, List<ScopeEntry>> widened = ScopeLaw.widened(Reach.of(role), Reach.of(attributes));
        // Before they are written, or the role would be one of those that may be granted and are as wide.
        require(law.scopes(widened));
        boolean described = describe(role, patch.description());
        boolean written = write(role, attributes);
        Set<RoleModel> wanted = wishes.composites(role, patch);
        Set<RoleModel> present = role.getCompositesStream().collect(Collectors.toSet());
        Set<RoleModel> added = without(wanted, present);
        Set<RoleModel> removed = without(wishes.owned(present), wanted);
        requireAddable(added);
        removed.forEach(part -> require(law.removable(part)));
        if (!created && !(widened.isEmpty() && added.isEmpty())) {
            require(law.strengthening(role));
        }
        added.forEach(role::addCompositeRole);
        removed.forEach(role::removeCompositeRole);
        return described || written || !added.isEmpty() || !removed.isEmpty();
    }

    private static boolean describe(RoleModel role, @Nullable String description) {
        String present = role.getDescription() == null ? "" : role.getDescription();
        if (description == null || description.equals(present)) {
            return false;
        }
        role.setDescription(description.isEmpty() ? null : description);
        return true;
    }

    private Map<String, List<String>> attributes(RoleModel role, RolePatch patch) {
        Map<String, List<String>> attributes = new HashMap<>();
        wishes.labels(role, patch.labels())
                .forEach((language, label) -> attributes.put(CrmRoles.LABEL_PREFIX + language, label));
        wishes.scopes(role, patch.scopes())
                .forEach((key, values) -> attributes.put(ScopeRules.ROLE_ATTRIBUTE_PREFIX + key, values));
        if (attributes.isEmpty()) {
            attributes.put(MARK, List.of("true"));
        }
        return attributes;
    }

    /** Makes these the labels and data scopes of the role; its other attributes stay. */
    private static boolean write(RoleModel role, Map<String, List<String>> attributes) {
        Map<String, List<String>> present = new HashMap<>(role.getAttributes());
        present.keySet()
                .removeIf(name -> !name.startsWith(CrmRoles.LABEL_PREFIX)
                        && !name.startsWith(ScopeRules.ROLE_ATTRIBUTE_PREFIX)
                        && !(name.equals(MARK) && attributes.containsKey(MARK)));
        if (present.equals(attributes)) {
            return false;
        }
        present.keySet().stream().filter(name -> !attributes.containsKey(name)).forEach(role::removeAttribute);
        attributes.forEach((name, values) -> {
            if (!values.equals(present.get(name))) {
                role.setAttribute(name, values);
            }
        });
        return true;
    }

    private static Set<RoleModel> without(Set<RoleModel> all, Set<RoleModel> others) {
        Set<RoleModel> rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
