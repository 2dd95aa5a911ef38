package io.keycloakcrm.imports;

import io.keycloakcrm.imports.mapping.StaffField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;

/** The realm's own profile attributes that an administrator may edit: what a column may name besides the staff fields. */
final class OwnAttributes {

    /** Written by their own rules only, never straight from a cell. */
    private static final Set<String> RESERVED =
            Set.of("departmentId", "managerId", "phoneNumberVerified", "dataScope", "locale");

    private OwnAttributes() {}

    /** Labels by attribute name. */
    static Map<String, List<String>> of(KeycloakSession session) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (UPAttribute attribute : session.getProvider(UserProfileProvider.class)
                .getConfiguration()
                .getAttributes()) {
            if (isImportable(attribute)) {
                labels.put(attribute.getName(), label(attribute));
            }
        }
        return labels;
    }

    private static boolean isImportable(UPAttribute attribute) {
        return attribute.getPermissions() != null
                && attribute.getPermissions().getEdit().contains("admin")
                && StaffField.byId(attribute.getName()).isEmpty()
                && !RESERVED.contains(attribute.getName());
    }

    private static List<String> label(UPAttribute attribute) {
        @Nullable String label = attribute.getDisplayName();
        return label == null || label.isBlank() || label.startsWith("${") ? List.of() : List.of(label);
    }
}
