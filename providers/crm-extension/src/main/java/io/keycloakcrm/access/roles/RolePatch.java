package io.keycloakcrm.access.roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of a role. A property that is absent stays as it is, and so does a label, module or key that an
 * object does not name; {@code null} clears; an unknown property refuses the request.
 *
 * @param description null leaves it, an empty text clears it
 * @param composites names of CRM roles; null leaves them
 * @param createPermissions confirms that permissions that do not exist shall come into being
 */
record RolePatch(
        @Nullable String description,
        MapPatch labels,
        MapPatch permissions,
        MapPatch scopes,
        @Nullable List<String> composites,
        boolean createPermissions) {

    /**
     * Reads a request.
     *
     * @throws org.keycloak.services.ErrorResponseException 400 naming the property that is unknown or malformed
     */
    static RolePatch read(ObjectNode body) {
        var reader = new Reader();
        body.properties().forEach(property -> reader.property(property.getKey(), property.getValue()));
        return reader.patch();
    }

    private static final class Reader {

        private final Map<String, MapPatch> maps = new HashMap<>();
        private @Nullable String description;
        private @Nullable List<String> composites;
        private boolean createPermissions;

        void property(String name, JsonNode value) {
            switch (name) {
                case "description" -> description = value.isNull() ? "" : text(name, value);
                case "labels", "permissions", "scopes" -> maps.put(name, map(name, value));
                case "composites" -> composites = texts(name, value);
                case "createPermissions" -> createPermissions = bool(name, value);
                default -> throw Problem.badField(name, "crm.rest.property-unknown", name);
            }
        }

        RolePatch patch() {
            return new RolePatch(
                    description,
                    maps.getOrDefault("labels", MapPatch.NONE),
                    maps.getOrDefault("permissions", MapPatch.NONE),
                    maps.getOrDefault("scopes", MapPatch.NONE),
                    composites,
                    createPermissions);
        }

        private static MapPatch map(String name, JsonNode value) {
            if (value.isNull()) {
                return MapPatch.CLEAR;
            }
            if (!value.isObject()) {
                throw malformed(name);
            }
            Map<String, List<String>> entries = new HashMap<>();
            value.properties()
                    .forEach(
                            entry -> entries.put(entry.getKey(), texts(name + "." + entry.getKey(), entry.getValue())));
            return new MapPatch(false, entries);
        }

        private static List<String> texts(String name, JsonNode value) {
            if (value.isNull()) {
                return List.of();
            }
            if (!value.isArray()) {
                return List.of(text(name, value));
            }
            List<String> texts = new ArrayList<>();
            value.forEach(one -> texts.add(text(name, one)));
            return texts.stream().distinct().toList();
        }

        private static String text(String name, JsonNode value) {
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw malformed(name);
            }
            return value.textValue().strip();
        }

        private static boolean bool(String name, JsonNode value) {
            if (!value.isBoolean()) {
                throw malformed(name);
            }
            return value.booleanValue();
        }

        private static RuntimeException malformed(String name) {
            return Problem.badField(name, "crm.rest.property-malformed", name);
        }
    }
}
