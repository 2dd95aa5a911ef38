package io.keycloakcrm.access.explain;

import io.keycloakcrm.access.AccessProblem;
import io.keycloakcrm.access.AccessProblems;
import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.access.explain.ExplainedGrant.Place;
import io.keycloakcrm.access.roles.PermissionCatalog;
import io.keycloakcrm.access.token.AccessReader;
import io.keycloakcrm.access.token.HeldRoles;
import io.keycloakcrm.access.token.PersonDepartments;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.department.Department;
import io.keycloakcrm.staff.department.DepartmentTree;
import io.keycloakcrm.staff.department.Departments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Explains the access of one person. Made for one request; asks no rights. */
final class AccessExplanation {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final HeldRoles held;
    private final PersonDepartments departments;
    private final SaidScopes scopes;
    private final DepartmentTree tree;
    private final Messages messages;

    AccessExplanation(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.held = HeldRoles.of(realm, user);
        this.departments = new PersonDepartments(session, realm, user);
        this.scopes = scopes();
        this.tree = new Departments(session, realm).cachedTree();
        this.messages = Messages.of(session);
    }

    private SaidScopes scopes() {
        Map<String, ScopeRules> ofRoles = new LinkedHashMap<>();
        held.crmRoles().forEach(role -> ofRoles.put(role.getName(), ScopeRules.ofRole(role.getAttributes())));
        List<String> own = user.getAttributeStream(ScopeRules.USER_ATTRIBUTE).toList();
        return new SaidScopes(ofRoles, ScopeRules.ofUser(own), departments);
    }

    /** The id of a department named by id or path. */
    String departmentId(String idOrPath) {
        return tree.byId(idOrPath)
                .or(() -> tree.byPath(idOrPath))
                .map(Department::id)
                .orElseThrow(() -> Problem.badField("department", "crm.access.department-unknown", idOrPath));
    }

    ExplainedAccess of(Optional<RecordQuestion> question, AdminPermissionEvaluator reader) {
        var sources = new RoleSources(user, reader);
        return new ExplainedAccess(
                user.getId(),
                held.crmRoles().stream().map(role -> role(role, sources)).toList(),
                permissions(sources),
                scopes.keys().stream().map(this::dataScope).toList(),
                problems(),
                question.map(this::answer).orElse(null));
    }

    private ExplainedAccess.Role role(RoleModel role, RoleSources sources) {
        return new ExplainedAccess.Role(role.getName(), CrmRoles.label(role, messages.locale()), sources.of(role));
    }

    private List<ExplainedAccess.HeldPermission> permissions(RoleSources sources) {
        var catalog = new PermissionCatalog(realm);
        return held.permissions().stream()
                .flatMap(permission -> catalog.find(permission).stream())
                .map(role -> new ExplainedAccess.HeldPermission(role.getName(), sources.of(role)))
                .toList();
    }

    private ExplainedAccess.DataScope dataScope(ScopeKey key) {
        return new ExplainedAccess.DataScope(
                key.toString(), new GrantLines(scopes.at(key), departments.own(), this::place).lines());
    }

    private Place place(String departmentId) {
        return new Place(
                departmentId, tree.byId(departmentId).map(Department::path).orElse(null));
    }

    private List<AccessProblem> problems() {
        var problems = new AccessProblems(session, realm);
        return Stream.concat(held.crmRoles().stream().map(problems::of), Stream.of(problems.of(user)))
                .flatMap(List::stream)
                .toList();
    }

    private RecordAnswer answer(RecordQuestion question) {
        String module = question.permission().module();
        String operation = question.permission().operation();
        // By what a token of now would say and with the code that applications use.
        var access = CrmAccess.of(user.getId(), new AccessReader(session, realm).read(user, held));
        boolean permitted = access.permits(module, operation);
        boolean allowed = access.allows(module, operation, question.record());
        List<RecordAnswer.Try> tries = scopes.at(new ScopeKey(module, operation)).stream()
                .map(said -> RecordTry.of(said, user.getId(), question.record()))
                .toList();
        String permission = question.permission().toString();
        String code = code(permitted, allowed, tries.isEmpty());
        return new RecordAnswer(permission, permitted, allowed, code, messages.text(code, permission), tries);
    }

    private static String code(boolean permitted, boolean allowed, boolean nothingSaid) {
        if (!permitted) {
            return "crm.access.record-not-permitted";
        }
        if (nothingSaid) {
            return "crm.access.record-no-scope";
        }
        return allowed ? "crm.access.record-allowed" : "crm.access.record-out-of-reach";
    }
}
