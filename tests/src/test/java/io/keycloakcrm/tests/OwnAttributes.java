package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profile attributes that a realm adds to those of the product, without any rule of their own. */
record OwnAttributes(RealmApi realm) {

    /** Adds them, and lets user names be as short as the numbers of test files. */
    static OwnAttributes added(RealmApi realm, String... names) {
        JsonNode profile = realm.get("users/profile").expect(200).json();
        ArrayNode attributes = (ArrayNode) profile.path("attributes");
        for (String name : names) {
            ObjectNode attribute = attributes.addObject().put("name", name);
            ObjectNode permissions = attribute.putObject("permissions");
            permissions.putArray("view").add("admin");
            permissions.putArray("edit").add("admin");
        }
        for (JsonNode attribute : attributes) {
            if (attribute.path("name").asText().equals("username")) {
                ((ObjectNode) attribute.path("validations").path("length")).put("min", 1);
            }
        }
        realm.put("users/profile", profile).expect(200);
        return new OwnAttributes(realm);
    }

    /** Value of an attribute of all users that have it, by employee number. */
    Map<String, String> byEmployeeNumber(String attribute) {
        Map<String, String> values = new HashMap<>();
        for (JsonNode user : users()) {
            String number = first(user, "employeeNumber");
            String value = first(user, attribute);
            if (number != null && value != null) {
                values.put(number, value);
            }
        }
        return values;
    }

    private List<JsonNode> users() {
        List<JsonNode> users = new ArrayList<>();
        JsonNode page;
        do {
            page = realm.get("users?briefRepresentation=false&max=500&first=" + users.size())
                    .expect(200)
                    .json();
            page.forEach(users::add);
        } while (!page.isEmpty());
        return users;
    }

    private static @Nullable String first(JsonNode user, String attribute) {
        JsonNode value = user.path("attributes").path(attribute).path(0);
        return value.isMissingNode() ? null : value.asText();
    }
}
