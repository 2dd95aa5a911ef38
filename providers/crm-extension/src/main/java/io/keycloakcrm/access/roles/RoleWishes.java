package io.keycloakcrm.access.roles;

import io.keycloakcrm.access.AccessProblems;
import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.access.ScopeTexts;
import io.keycloakcrm.access.guard.ScopeValues;
import io.keycloakcrm.claims.Permission;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.claims.rules.ScopeSyntaxException;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** Holds what somebody wants of a role to what there is: permissions, roles, departments, and the form of each value. */
final class RoleWishes {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int MAX_LABEL_LENGTH = 255;

    private final AdminCall call;
    private final RealmModel realm;
    private final PermissionCatalog catalog;
    private final AccessProblems problems;

    RoleWishes(AdminCall call) {
        this.call = call;
        this.realm = call.realm();
        this.catalog = new PermissionCatalog(realm);
        this.problems = new AccessProblems(call.session(), realm);
    }

    /** Labels by language tag after the change. */
    Map<String, List<String>> labels(RoleModel role, MapPatch patch) {
        patch.entries().forEach((language, labels) -> {
            String field = "labels." + language;
            if (!LANGUAGE.matcher(language).matches()) {
                throw Problem.badField(field, "crm.access.language-unknown", language);
            }
            if (labels.size() > 1 || labels.stream().anyMatch(label -> label.length() > MAX_LABEL_LENGTH)) {
                throw Problem.badField(field, "crm.access.label-invalid", MAX_LABEL_LENGTH);
            }
        });
        Map<String, List<String>> present = new HashMap<>();
        CrmRoles.labels(role).forEach((language, label) -> present.put(language, List.of(label)));
        return patch.applyTo(present);
    }

    /** Data scopes by key after the change, those that were asked for in their plainest form. */
    Map<String, List<String>> scopes(RoleModel role, MapPatch patch) {
        Map<String, List<String>> plain = new HashMap<>();
        patch.entries()
                .forEach((key, written) -> plain.put(
                        key,
                        written.stream()
                                .flatMap(text -> scope(key, text))
                                .distinct()
                                .toList()));
        return new MapPatch(patch.clears(), plain).applyTo(CrmRoles.scopes(role));
    }

    private Stream<String> scope(String key, String written) {
        String field = "scopes." + key;
        try {
            ScopeRules.requireRoleValue(ScopeRules.ROLE_ATTRIBUTE_PREFIX + key, written);
        } catch (ScopeSyntaxException fault) {
            throw Problem.badField(field, ScopeTexts.code(fault.fault()), ScopeTexts.params(written, fault));
        }
        ScopeEntry entry = ScopeEntry.parse(written);
        problems.unknownDepartments(entry).stream().findFirst().ifPresent(id -> {
            throw Problem.badField(field, "crm.access.department-unknown", id);
        });
        if (!ScopeValues.fit(entry)) {
            throw Problem.badField(field, "crm.access.scope-too-long", ScopeValues.MAX_LENGTH);
        }
        return ScopeValues.of(entry);
    }

    /** What the role shall consist of, as far as the matrix shows it: permissions and CRM roles. */
    Set<RoleModel> composites(RoleModel role, RolePatch patch) {
        Set<RoleModel> present = owned(role.getCompositesStream().collect(Collectors.toSet()));
        Set<RoleModel> wanted = new LinkedHashSet<>();
        patch.permissions()
                .applyTo(PermissionCatalog.byModule(present.stream()))
                .forEach((module, operations) -> operations.forEach(
                        operation -> wanted.add(permission(module, operation, patch.createPermissions()))));
        @Nullable List<String> composites = patch.composites();
        if (composites == null) {
            present.stream().filter(CrmRoles::isCrmRole).forEach(wanted::add);
        } else {
            composites.forEach(name -> wanted.add(composite(name, role)));
        }
        return wanted;
    }

    /** Those that the matrix shows; what else a role consists of it leaves alone. */
    Set<RoleModel> owned(Set<RoleModel> composites) {
        return composites.stream()
                .filter(role -> CrmRoles.isCrmRole(role)
                        || PermissionCatalog.permission(role).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private RoleModel composite(String name, RoleModel role) {
        @Nullable RoleModel composite = realm.getRole(name);
        if (composite == null || !CrmRoles.isCrmRole(composite)) {
            throw Problem.badField("composites", "crm.access.role-unknown", name);
        }
        if (composite.hasRole(role)) {
            throw Problem.badField("composites", "crm.access.role-circle", name, role.getName());
        }
        return composite;
    }

    private RoleModel permission(String module, String operation, boolean create) {
        String field = "permissions." + module;
        String name = module + ":" + operation;
        Permission permission = Permission.parse(name)
                .orElseThrow(() -> Problem.badField(field, "crm.access.permission-invalid", name));
        return catalog.find(permission).orElseGet(() -> {
            if (!create) {
                throw Problem.badField(field, "crm.access.permission-unknown", name);
            }
            return created(permission);
        });
    }

    private RoleModel created(Permission permission) {
        ClientModel client = catalog.client().orElseThrow(() -> Problem.conflict("crm.access.client-missing"));
        if (!call.auth().roles().canManage(client)) {
            throw Problem.forbidden("crm.access.catalog-forbidden", permission.toString());
        }
        return client.addRole(permission.toString());
    }
}
