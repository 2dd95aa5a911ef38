package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.token.HeldRoles;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.rest.LawOfRights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The law of rights for the data scopes that a person has beside those of his roles. */
final class PersonalScopeLaw {

    private final RealmModel realm;
    private final LawOfRights law;
    private final ScopeLaw scopes;

    PersonalScopeLaw(RealmModel realm, LawOfRights law) {
        this.realm = realm;
        this.law = law;
        this.scopes = new ScopeLaw(realm, law);
    }

    /**
     * The first scope that is wider than the administrator may confer.
     *
     * @param user null for somebody who is about to be created
     * @param present values that the person has
     * @param wanted values that he is to have
     */
    Optional<String> refusal(@Nullable UserModel user, List<String> present, List<String> wanted) {
        List<ScopeRules> roles = rolesOf(user);
        Map<ScopeKey, List<ScopeEntry>> widened = ScopeLaw.widened(
                new Reach(roles, ScopeRules.ofUser(present)), new Reach(roles, ScopeRules.ofUser(wanted)));
        return law.mapsRolesOf(user)
                ? scopes.refusal(widened)
                : widened.keySet().stream().findFirst().map(ScopeKey::toString);
    }

    private List<ScopeRules> rolesOf(@Nullable UserModel user) {
        return user == null
                ? List.of()
                : HeldRoles.of(realm, user).crmRoles().stream()
                        .map(role -> ScopeRules.ofRole(role.getAttributes()))
                        .toList();
    }
}
