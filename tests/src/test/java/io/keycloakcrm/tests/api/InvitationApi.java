package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** One invitation as an administrator sees it. */
public record InvitationApi(RealmApi realm, String id) {

    /** A new member with an address of his own, invited at once. */
    public static InvitationApi ofSomebody(RealmApi realm, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("staff", Map.of("email", newAddress())));
        body.putAll(more);
        return new InvitationApi(
                realm,
                realm.post("crm/invitations", body)
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
    }

    public static InvitationApi ofSomebody(RealmApi realm) {
        return ofSomebody(realm, Map.of());
    }

    public static InvitationApi of(RealmApi realm, String userId) {
        return new InvitationApi(
                realm,
                realm.post("crm/invitations", Map.of("userId", userId))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
    }

    public static String newAddress() {
        return "p" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
    }

    public JsonNode json() {
        return realm.get(path("")).expect(200).json();
    }

    public String path(String below) {
        return "crm/invitations/" + id + (below.isEmpty() ? "" : "/" + below);
    }

    public String user() {
        return json().path("userId").asText();
    }

    public String email() {
        return json().path("email").asText();
    }

    public InvitationApi awaitDelivery(String delivery) {
        Awaitility.await("invitation " + id + " is " + delivery)
                .atMost(Duration.ofSeconds(60))
                .until(() -> json().path("delivery").asText(), delivery::equals);
        return this;
    }

    public ApiResponse resend() {
        return realm.post(path("resend"), Map.of());
    }

    public ApiResponse link() {
        return realm.post(path("link"), Map.of());
    }

    public ApiResponse revoke() {
        return realm.delete(path(""));
    }

    /** What happened to it, in order. */
    public List<String> steps() {
        return StreamSupport.stream(json().path("history").spliterator(), false)
                .map(step -> step.path("step").asText())
                .toList();
    }

    /** State of what a code leads to, by the provider for tests; empty if it leads nowhere. */
    public String look(String code) {
        return new InvitationSteps(realm, "", "").look(code);
    }
}
