package io.keycloakcrm.access.guard;

import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.rest.LawOfRights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The law of rights for data scopes: nobody makes one wider than the widest of the roles that he may grant. Whoever may
 * grant any role to anybody is bound no further: what a realm's first wide role says has to come from somebody.
 */
public final class ScopeLaw {

    private final RealmModel realm;
    private final LawOfRights law;
    private final Supplier<Map<RoleModel, Reach>> crmRoles;
    private @Nullable Boolean bound;
    private @Nullable List<Reach> grantable;

    /** Made for one request. */
    public ScopeLaw(RealmModel realm, LawOfRights law) {
        this(realm, law, () -> new CrmRoles(realm).all().stream().collect(Collectors.toMap(role -> role, Reach::of)));
    }

    /** @param crmRoles the realm's CRM roles and what they say, without what is asked about */
    ScopeLaw(RealmModel realm, LawOfRights law, Supplier<Map<RoleModel, Reach>> crmRoles) {
        this.realm = realm;
        this.law = law;
        this.crmRoles = crmRoles;
    }

    /**
     * Scopes that reach further than before; to take a key away can do that too, for then a wider key answers.
     *
     * @return entries by key
     */
    public static Map<ScopeKey, List<ScopeEntry>> widened(Reach before, Reach after) {
        Set<ScopeKey> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        Map<ScopeKey, List<ScopeEntry>> widened = new TreeMap<>();
        for (ScopeKey key : keys) {
            List<ScopeEntry> wider = after.at(key).stream()
                    .filter(entry -> !before.covers(key, entry))
                    .toList();
            if (!wider.isEmpty()) {
                widened.put(key, wider);
            }
        }
        return widened;
    }

    /** The first of the scopes, as {@code key=entry}, that is wider than the administrator may confer. */
    public Optional<String> refusal(Map<ScopeKey, List<ScopeEntry>> scopes) {
        return scopes.entrySet().stream()
                .flatMap(scope -> scope.getValue().stream()
                        .filter(entry -> !mayConfer(scope.getKey(), entry))
                        .map(entry -> scope.getKey() + "=" + entry))
                .findFirst();
    }

    private boolean mayConfer(ScopeKey key, ScopeEntry entry) {
        return !isBound() || grantable().stream().anyMatch(role -> role.covers(key, entry));
    }

    private boolean isBound() {
        if (bound == null) {
            bound = !law.mapsRolesOf(null)
                    // Stands for the roles that are not there: whoever may grant but some could delete the others.
                    || !law.auth().roles().canMapRole(realm.getDefaultRole())
                    || !crmRoles.get().keySet().stream().allMatch(law.auth().roles()::canMapRole);
        }
        return bound;
    }

    private List<Reach> grantable() {
        if (grantable == null) {
            grantable = crmRoles.get().entrySet().stream()
                    .filter(role -> law.refusal(role.getKey()).isEmpty())
                    .map(Map.Entry::getValue)
                    .toList();
        }
        return grantable;
    }
}
