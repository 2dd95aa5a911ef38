package io.keycloakcrm.setup.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.util.JsonSerialization;

/**
 * What somebody wants changed, field by field: what is not given stays as it is, null is the default again.
 *
 * @param body parts by name, each with the fields that are given
 */
record SettingsChange(ObjectNode body) {

    /** The fields that are given, such as {@code brand.color}. */
    Set<String> fields() {
        Set<String> fields = new HashSet<>();
        body.properties()
                .forEach(part ->
                        part.getValue().fieldNames().forEachRemaining(name -> fields.add(part.getKey() + "." + name)));
        return fields;
    }

    /**
     * The document as it would be.
     *
     * @throws org.keycloak.services.ErrorResponseException 400 naming the field that there is not, or that is of another kind
     */
    Settings over(Settings present) {
        ObjectNode document = JsonSerialization.mapper.valueToTree(present);
        body.properties().forEach(part -> change(document, part.getKey(), part.getValue()));
        try {
            return JsonSerialization.mapper.treeToValue(document, Settings.class);
        } catch (JsonMappingException wrong) {
            throw Problem.badField(path(wrong), "crm.settings.field-invalid");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON is no JSON", e);
        }
    }

    private static void change(ObjectNode document, String name, JsonNode wanted) {
        if (wanted instanceof ObjectNode fields && document.get(name) instanceof ObjectNode part) {
            part.setAll(fields);
        } else if (!wanted.isNull()) {
            document.set(name, wanted); // unknown, or no object: refused when it is read
        }
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
