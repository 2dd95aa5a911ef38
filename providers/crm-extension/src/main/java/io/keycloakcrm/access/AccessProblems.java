package io.keycloakcrm.access;

import io.keycloakcrm.access.roles.PermissionCatalog;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeFault;
import io.keycloakcrm.claims.rules.ScopeProblem;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Finds what is wrong with the access of a realm's roles and people. Asks no rights: its callers do. */
public final class AccessProblems {

    private final RealmModel realm;
    private final Messages messages;
    private final DepartmentTree departments;
    private @Nullable Set<String> modules;

    /** Made for one request, in whose caller's language it speaks. */
    public AccessProblems(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.messages = Messages.of(session);
        this.departments = new Departments(session, realm).tree();
    }

    /** Those of all CRM roles of the realm. */
    public List<AccessProblem> ofRoles() {
        return new CrmRoles(realm)
                .all().stream().flatMap(role -> of(role).stream()).toList();
    }

    public List<AccessProblem> of(RoleModel role) {
        List<AccessProblem> problems = new ArrayList<>(of(ScopeRules.ofRole(role.getAttributes()), role.getName()));
        if (AdminRoles.containsAdminRole(role)) {
            String code = "crm.access.role-administers";
            problems.add(new AccessProblem(
                    role.getName(), "composites", role.getName(), code, null, messages.text(code, role.getName())));
        }
        return problems;
    }

    /** Those of the person's own attribute. */
    public List<AccessProblem> of(UserModel user) {
        return of(
                ScopeRules.ofUser(
                        user.getAttributeStream(ScopeRules.USER_ATTRIBUTE).toList()),
                null);
    }

    private List<AccessProblem> of(ScopeRules rules, @Nullable String role) {
        List<AccessProblem> problems = new ArrayList<>();
        rules.problems().forEach(problem -> problems.add(malformed(problem, role)));
        rules.entries().forEach((key, entries) -> {
            String attribute = role == null ? ScopeRules.USER_ATTRIBUTE : ScopeRules.ROLE_ATTRIBUTE_PREFIX + key;
            if (!isKnown(key)) {
                problems.add(new AccessProblem(
                        role,
                        attribute,
                        key.toString(),
                        "crm.access.scope-module-unknown",
                        null,
                        messages.text("crm.access.scope-module-unknown", key.module())));
            }
            entries.forEach(entry -> unknownDepartments(entry)
                    .forEach(id -> problems.add(new AccessProblem(
                            role,
                            attribute,
                            entry.toString(),
                            "crm.access.department-unknown",
                            null,
                            messages.text("crm.access.department-unknown", id)))));
        });
        return problems;
    }

    private boolean isKnown(ScopeKey key) {
        if (modules == null) {
            modules = new PermissionCatalog(realm).all().keySet();
        }
        return key.equals(ScopeKey.EVERY_MODULE) || modules.contains(key.module());
    }

    private AccessProblem malformed(ScopeProblem problem, @Nullable String role) {
        // A role has the key in the name of the attribute, a person in the value.
        boolean inName = role != null && problem.cause().fault() == ScopeFault.KEY_UNKNOWN;
        String written = inName ? problem.attribute() : problem.value();
        String code = ScopeTexts.code(problem.cause().fault());
        return new AccessProblem(
                role,
                problem.attribute(),
                problem.value(),
                code,
                ScopeTexts.place(problem.cause()),
                messages.text(code, ScopeTexts.params(written, problem.cause())));
    }

    /** Ids in an entry that no department of the realm has, or has any more. */
    public List<String> unknownDepartments(ScopeEntry entry) {
        return entry.departments().stream()
                .filter(id -> departments.byId(id).isEmpty())
                .toList();
    }
}
