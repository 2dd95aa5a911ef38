package io.keycloakcrm.staff;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * Narrows what another room lists about people to those of the realm whom the caller may see, and to those whom a search
 * finds: the same people as in the directory.
 */
public final class StaffFilter {

    private static final char ESCAPE = '\\';

    private final KeycloakSession session;
    private final RealmModel realm;
    private final List<String> words;

    /** @param search as somebody types it; null for everybody */
    public StaffFilter(KeycloakSession session, RealmModel realm, @Nullable String search) {
        this.session = session;
        this.realm = realm;
        this.words = search == null
                ? List.of()
                : Arrays.stream(SearchText.query(search).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The conditions on a person. */
    public List<Predicate> of(CriteriaBuilder cb, CriteriaQuery<?> query, Root<UserEntity> user) {
        List<Predicate> all = new ArrayList<>();
        all.add(cb.equal(user.get("realmId"), realm.getId()));
        if (!words.isEmpty()) {
            all.add(found(cb, query, user));
        }
        all.addAll(AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session,
                AdminPermissionsSchema.USERS,
                (PartialEvaluationStorageProvider) session.getProvider(UserProvider.class, "jpa"),
                realm,
                cb,
                query,
                user));
        return all;
    }

    private Predicate found(CriteriaBuilder cb, CriteriaQuery<?> query, Root<UserEntity> user) {
        var matches = query.subquery(String.class);
        Root<StaffEntity> staff = matches.from(StaffEntity.class);
        List<Predicate> all = new ArrayList<>();
        all.add(cb.equal(staff.get("realmId"), realm.getId()));
        words.forEach(word -> all.add(cb.like(staff.get("searchText"), "%" + escaped(word) + "%", ESCAPE)));
        matches.select(staff.get("userId")).where(all.toArray(Predicate[]::new));
        return user.get("id").in(matches);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
