package io.keycloakcrm.access;

import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The CRM roles of a realm: realm roles that carry {@code crm.*} attributes. */
public final class CrmRoles {

    private static final String ATTRIBUTE_PREFIX = "crm.";
    /** What names of attributes with a label begin with; the language tag follows. */
    public static final String LABEL_PREFIX = "crm.label.";

    private final RealmModel realm;

    public CrmRoles(RealmModel realm) {
        this.realm = realm;
    }

    public static boolean isCrmRole(RoleModel role) {
        return isCrmRole(role, role.getAttributes());
    }

    /** Whether the role would be one with these attributes. */
    public static boolean isCrmRole(RoleModel role, Map<String, List<String>> attributes) {
        return !role.isClientRole() && attributes.keySet().stream().anyMatch(name -> name.startsWith(ATTRIBUTE_PREFIX));
    }

    /** Labels by language tag. */
    public static Map<String, String> labels(RoleModel role) {
        Map<String, String> labels = new TreeMap<>();
        valuesBelow(LABEL_PREFIX, role).forEach((language, values) -> labels.put(language, values.get(0)));
        return labels;
    }

    /** In that language; the role's name where it has no label in it. */
    public static String label(RoleModel role, Locale language) {
        return labels(role).getOrDefault(language.toLanguageTag(), role.getName());
    }

    /** Data scopes by key as they are written, whether they can be read or not. */
    public static Map<String, List<String>> scopes(RoleModel role) {
        return valuesBelow(ScopeRules.ROLE_ATTRIBUTE_PREFIX, role);
    }

    private static Map<String, List<String>> valuesBelow(String prefix, RoleModel role) {
        Map<String, List<String>> values = new TreeMap<>();
        role.getAttributes().forEach((name, all) -> {
            if (name.startsWith(prefix) && !all.isEmpty()) {
                // Keycloak keeps attributes without a value too.
                values.put(
                        name.substring(prefix.length()),
                        all.stream()
                                .map(value -> Objects.requireNonNullElse(value, ""))
                                .toList());
            }
        });
        return values;
    }

    /** All of the realm, by name. */
    public List<RoleModel> all() {
        return realm.getRolesStream()
                .filter(CrmRoles::isCrmRole)
                .sorted(Comparator.comparing(RoleModel::getName))
                .toList();
    }

    /** The realm role of that name or, where none is called so, the CRM role with that label in any language. */
    public Optional<RoleModel> find(String nameOrLabel) {
        String wanted = nameOrLabel.strip();
        @Nullable RoleModel named = realm.getRole(wanted);
        return named != null
                ? Optional.of(named)
                : unique(realm.getRolesStream()
                        .filter(role -> hasLabel(role, wanted))
                        .limit(2)
                        .toList());
    }

    /** Of two roles with one label nobody can say which is meant. */
    private static Optional<RoleModel> unique(List<RoleModel> labelled) {
        return labelled.size() == 1 ? Optional.of(labelled.get(0)) : Optional.empty();
    }

    private static boolean hasLabel(RoleModel role, String wanted) {
        return labels(role).values().stream()
                .anyMatch(label -> label.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
    }
}
