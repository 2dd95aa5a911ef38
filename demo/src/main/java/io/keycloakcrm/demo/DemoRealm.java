package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The realm {@code crm} in Keycloak's import format: the parts that setup would apply, read from the same files, and
 * people to try it with.
 */
public final class DemoRealm {

    private static final String FILE = "crm-realm.json";
    private static final String APPLICATION = "application-client.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRealm() {}

    /**
     * Writes {@code crm-realm.json} into a directory that Keycloak imports from; replaces one that is there.
     *
     * @param application where the demo application answers
     */
    public static void write(Path directory, URI application, String smtpHost, int smtpPort) throws IOException {
        byte[] json =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(assemble(application, smtpHost, smtpPort));
        Files.write(directory.resolve(FILE), json);
    }

    /** The accounts that a visitor may sign in with. */
    static List<DemoAccount> accounts() throws IOException {
        return people().stream()
                .map(person -> new DemoAccount(person.username(), person.password(), person.what()))
                .toList();
    }

    /** What the demo application shows to Keycloak. */
    public static String applicationSecret() throws IOException {
        return demo(APPLICATION).get("secret").asText();
    }

    static ObjectNode assemble(URI application, String smtpHost, int smtpPort) throws IOException {
        ObjectNode realm = object(demo("demo-realm.json"));
        ObjectNode attributes = object(realm.get("attributes"));
        realm.setAll(object(shipped("realm.json")));
        object(realm.get("attributes")).setAll(attributes);
        ObjectNode root = object(shipped("department-root.json"));
        var departments = new DemoDepartments(root);
        departments.link(object(realm.get("attributes")));
        // Without this, naming one client scope would leave out Keycloak's own.
        object(realm.get("attributes")).put("CreateDefaultClientScopes", "true");
        realm.withArray("clients").add(shipped("client.json")).add(client(application));
        ObjectNode roles = realm.putObject("roles");
        roles.set("realm", shipped("roles.json"));
        roles.putObject("client").set("crm", shipped("permissions.json"));
        shipped("client-scopes.json").forEach(realm.withArray("clientScopes")::add);
        // Without Keycloak's own, naming one required action would leave them out.
        demo("keycloak-required-actions.json").forEach(realm.withArray("requiredActions")::add);
        shipped("required-actions.json").forEach(realm.withArray("requiredActions")::add);
        realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .add(userProfile());
        ObjectNode mail = object(realm.get("smtpServer"));
        mail.put("host", smtpHost).put("port", String.valueOf(smtpPort));
        for (DemoPerson person : people()) {
            realm.withArray("users").add(person.representation(departments));
        }
        realm.withArray("groups").add(root);
        return realm;
    }

    /** Its redirect URIs say no port: those of this machine may have any. */
    private static ObjectNode client(URI application) throws IOException {
        return object(demo(APPLICATION))
                .put("baseUrl", application.resolve("/customers").toString());
    }

    private static ObjectNode userProfile() throws IOException {
        ObjectNode profile = object(demo("keycloak-user-profile.json"));
        JsonNode shipped = shipped("user-profile.json");
        for (String part : List.of("attributes", "groups")) {
            shipped.get(part).forEach(profile.withArray(part)::add);
        }
        ObjectNode component = JSON.createObjectNode().put("providerId", "declarative-user-profile");
        component.putObject("config").putArray("kc.user.profile.config").add(JSON.writeValueAsString(profile));
        return component;
    }

    static List<DemoPerson> people() throws IOException {
        return List.of(JSON.treeToValue(demo("demo-people.json"), DemoPerson[].class));
    }

    private static JsonNode shipped(String file) throws IOException {
        return read("/crm-realm/" + file);
    }

    private static JsonNode demo(String file) throws IOException {
        return read("/io/keycloakcrm/demo/" + file);
    }

    private static JsonNode read(String resource) throws IOException {
        try (InputStream in = DemoRealm.class.getResourceAsStream(resource)) {
            return JSON.readTree(in);
        }
    }

    private static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }
}
