package io.keycloakcrm.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** The CRM roles of a realm: realm roles that carry {@code crm.*} attributes. */
public final class CrmRoles {

    private static final String ATTRIBUTE_PREFIX = "crm.";
    private static final String LABEL_PREFIX = "crm.label.";

    private final RealmModel realm;

    CrmRoles(RealmModel realm) {
        this.realm = realm;
    }

    public static boolean isCrmRole(RoleModel role) {
        return !role.isClientRole()
                && role.getAttributes().keySet().stream().anyMatch(name -> name.startsWith(ATTRIBUTE_PREFIX));
    }

    /** The realm role of that name or, where none is called so, the CRM role with that label in any language. */
    Optional<RoleModel> find(String nameOrLabel) {
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
        return role.getAttributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(LABEL_PREFIX))
                .flatMap(attribute -> attribute.getValue().stream())
                .anyMatch(label -> label.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
    }
}
