package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.rules.EffectiveScopes;
import io.keycloakcrm.claims.rules.ScopeProblem;
import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Reads what the claim says about a person, from Keycloak's caches. Never fails for what somebody wrote into an attribute: what
 * cannot be read grants nothing and is logged once.
 */
public final class AccessReader {

    private static final OnceLog LOG = new OnceLog(AccessReader.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public AccessReader(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The whole claim, with every list of departments in it. */
    public CrmClaim read(UserModel user, HeldRoles roles) {
        var departments = new PersonDepartments(session, realm, user);
        return CrmClaim.of(
                new EmploymentReader(realm, LOG).read(user),
                departments.primary().orElse(null),
                roles.crmRoles().stream().map(RoleModel::getName).toList(),
                roles.permissions(),
                EffectiveScopes.of(roles.crmRoles().stream().map(this::rulesOf).toList(), rulesOf(user), departments));
    }

    private ScopeRules rulesOf(RoleModel role) {
        return logged("role " + role.getName(), ScopeRules.ofRole(role.getAttributes()));
    }

    private ScopeRules rulesOf(UserModel user) {
        List<String> values = user.getAttributeStream(ScopeRules.USER_ATTRIBUTE).toList();
        return logged("user " + user.getId(), ScopeRules.ofUser(values));
    }

    private ScopeRules logged(String holder, ScopeRules rules) {
        for (ScopeProblem problem : rules.problems()) {
            LOG.warn("Realm %s, %s: %s grants nothing, for it cannot be read: %s (value: %s)"
                    .formatted(
                            realm.getName(),
                            holder,
                            problem.attribute(),
                            problem.cause().getMessage(),
                            problem.value()));
        }
        return rules;
    }
}
