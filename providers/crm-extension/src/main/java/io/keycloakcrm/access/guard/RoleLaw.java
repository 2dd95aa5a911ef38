package io.keycloakcrm.access.guard;

import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.rest.LawOfRights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RoleModel;

/**
 * The law of rights for what a role consists of. What is put into a role is conferred on everybody who has the role; so it
 * takes Keycloak's right to compose and, beyond it, the right to grant, both what is put in and the role itself.
 */
public final class RoleLaw {

    private final LawOfRights law;
    private final ScopeLaw scopes;

    public RoleLaw(LawOfRights law, ScopeLaw scopes) {
        this.law = law;
        this.scopes = scopes;
    }

    /** Why this one may not come into a role. */
    public Optional<Refusal> addable(RoleModel part) {
        return law.auth().roles().canMapComposite(part) && law.refusal(part).isEmpty()
                ? Optional.empty()
                : notGrantable(part);
    }

    /** Why this one may not go out of a role. To take away confers nothing, so Keycloak's own right will do. */
    public Optional<Refusal> removable(RoleModel part) {
        return law.auth().roles().canMapComposite(part) ? Optional.empty() : notGrantable(part);
    }

    /** Why people, whoever they are, may not be given this one. */
    public Optional<Refusal> grantable(RoleModel role) {
        return law.mapsRolesOf(null) && law.refusal(role).isEmpty() ? Optional.empty() : notGrantable(role);
    }

    private static Optional<Refusal> notGrantable(RoleModel part) {
        return Optional.of(Refusal.of("crm.access.role-not-grantable", part.getName()));
    }

    /** Why a role that people may have already, whoever they are, may not become stronger. */
    public Optional<Refusal> strengthening(RoleModel role) {
        Optional<RoleModel> beyond = law.mapsRolesOf(null) ? law.refusal(role) : Optional.of(role);
        return beyond.map(refused -> Refusal.of("crm.access.role-not-yours", role.getName(), refused.getName()));
    }

    /** Why data scopes may not become as wide as these. */
    public Optional<Refusal> scopes(Map<ScopeKey, List<ScopeEntry>> widened) {
        return scopes.refusal(widened).map(wider -> Refusal.of("crm.access.scope-too-wide", wider));
    }
}
