package io.keycloakcrm.access.roles;

import io.keycloakcrm.access.guard.ScopeLaw;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.rest.LawOfRights;
import io.keycloakcrm.rest.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The law of rights for the matrix. What is put into a role is conferred on everybody who has the role; so it takes
 * Keycloak's right to compose and, beyond it, the right to grant, both what is put in and the role itself.
 */
final class RoleLaw {

    private final LawOfRights law;
    private final ScopeLaw scopes;

    RoleLaw(RealmModel realm, LawOfRights law) {
        this.law = law;
        this.scopes = new ScopeLaw(realm, law);
    }

    /** Whether these roles may come into a role. */
    void requireAddable(Collection<RoleModel> added) {
        for (RoleModel role : added) {
            // Whoever asks: CRM roles are given out by rows of files and go to dozens of people at once.
            if (AdminRoles.containsAdminRole(role)) {
                throw Problem.forbidden("crm.access.role-administrative", role.getName());
            }
            if (!law.auth().roles().canMapComposite(role) || law.refusal(role).isPresent()) {
                throw Problem.forbidden("crm.access.role-not-grantable", role.getName());
            }
        }
    }

    /** Whether these roles may go out of a role: it confers nothing, so Keycloak's own right will do. */
    void requireRemovable(Collection<RoleModel> removed) {
        for (RoleModel role : removed) {
            if (!law.auth().roles().canMapComposite(role)) {
                throw Problem.forbidden("crm.access.role-not-grantable", role.getName());
            }
        }
    }

    /** Whether a role that people may have already, whoever they are, may become stronger. */
    void requireStrengthening(RoleModel role) {
        Optional<RoleModel> beyond = law.mapsRolesOf(null) ? law.refusal(role) : Optional.of(role);
        beyond.ifPresent(refused -> {
            throw Problem.forbidden("crm.access.role-not-yours", role.getName(), refused.getName());
        });
    }

    /** Whether data scopes may become as wide as these. */
    void requireScopes(Map<ScopeKey, List<ScopeEntry>> widened) {
        scopes.refusal(widened).ifPresent(wider -> {
            throw Problem.forbidden("crm.access.scope-too-wide", wider);
        });
    }
}
