package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;

/** The department tree of the demo company, grown from the paths that people name. */
final class DemoDepartments {

    private final ObjectNode root;

    DemoDepartments(ObjectNode root) {
        this.root = root;
        root.put("id", stableId("department", ""));
    }

    /** Writes the root's id where the extension looks for it. */
    void link(ObjectNode realmAttributes) {
        realmAttributes.put("crm.department-root", root.get("id").asText());
    }

    /** Id of the department, which is made with all above it where it does not exist yet. */
    String idOf(String path) {
        return department(path).get("id").asText();
    }

    void appoint(String path, String userId) {
        ((ObjectNode) department(path).get("attributes")).withArray("crm.head").add(userId);
    }

    String groupPath(String path) {
        return "/" + root.get("name").asText() + "/" + path;
    }

    private ObjectNode department(String path) {
        ObjectNode parent = root;
        var walked = new StringJoiner("/");
        for (String name : path.split("/", -1)) {
            parent = child(parent, name, walked.add(name).toString());
        }
        return parent;
    }

    private static ObjectNode child(ObjectNode parent, String name, String path) {
        ArrayNode children = parent.withArray("subGroups");
        for (JsonNode child : children) {
            if (child.get("name").asText().equals(name)) {
                return (ObjectNode) child;
            }
        }
        ObjectNode added =
                children.addObject().put("id", stableId("department", path)).put("name", name);
        added.putObject("attributes");
        return added;
    }

    /** The same at every start, so that what refers to it may be written down. */
    static String stableId(String kind, String name) {
        return UUID.nameUUIDFromBytes(("crm-demo/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
