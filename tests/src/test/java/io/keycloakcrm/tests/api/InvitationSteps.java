package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The invitations of one person, a step at a time.
 *
 * @param user id of the person
 * @param address the person's e-mail address
 */
public record InvitationSteps(RealmApi realm, String user, String address) {

    /** An invitation as it was made. */
    public record Edition(String invitation, int version) {

        public Edition next() {
            return new Edition(invitation, version + 1);
        }
    }

    /** Those of a new person. */
    public static InvitationSteps ofSomebody(RealmApi realm) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        String address = name + "@acme.example";
        String user = realm.post("users", Map.of("username", name, "email", address, "enabled", true))
                .expect(201)
                .createdId();
        return new InvitationSteps(realm, user, address);
    }

    /** The same person under another address. */
    public InvitationSteps at(String other) {
        return new InvitationSteps(realm, user, other);
    }

    public InvitationSteps in(RealmApi other) {
        return new InvitationSteps(other, user, address);
    }

    /** Makes one that has to succeed. */
    public Edition invited() {
        JsonNode made = answer("invite", Map.of());
        return new Edition(
                made.path("invitation").asText(), made.path("version").asInt());
    }

    /** Makes one that says something: {@code message}, {@code clientId}, {@code redirectUri}. */
    public Edition invited(Map<String, String> terms) {
        JsonNode made = answer("invite", Map.of("terms", terms));
        return new Edition(
                made.path("invitation").asText(), made.path("version").asInt());
    }

    /** From now on it lasts only so long. */
    public void expireIn(Edition edition, Duration time) {
        Map<String, Object> step = new HashMap<>(of(edition));
        step.put("millis", time.toMillis());
        if (!answer("expire", step).path("done").asBoolean()) {
            throw new AssertionError("no invitation " + edition);
        }
    }

    /** The code that is minted for an edition; empty if none may be. */
    public String mint(Edition edition) {
        return answer("mint", of(edition)).path("code").asText();
    }

    /** One that goes out by mail. */
    public String mintForMail(Edition edition) {
        return mint(edition, "MAIL");
    }

    /** One that goes out by text message. */
    public String mintForSms(Edition edition) {
        return mint(edition, "SMS");
    }

    private String mint(Edition edition, String channel) {
        Map<String, Object> step = new HashMap<>(of(edition));
        step.put("channel", channel);
        return answer("mint", step).path("code").asText();
    }

    /** State of what a code leads to; empty if it leads nowhere. */
    public String look(String code) {
        return answer("look", Map.of("code", code)).path("state").asText();
    }

    public String state(Edition edition) {
        return answer("find", of(edition)).path("state").asText();
    }

    public int version(Edition edition) {
        return answer("find", of(edition)).path("version").asInt();
    }

    /** Id of the one that is live; empty if none is. */
    public String live() {
        return answer("live", Map.of()).path("invitation").asText();
    }

    /** Takes a step; answers whether it was taken. A server that had to refuse it altogether has not taken it. */
    public boolean take(String step, Edition edition) {
        var answered = realm.post("crm/invitation-steps", body(step, of(edition)));
        return answered.succeeded() && answered.json().path("done").asBoolean();
    }

    private JsonNode answer(String step, Map<String, ?> more) {
        return realm.post("crm/invitation-steps", body(step, more)).expect(200).json();
    }

    private Map<String, Object> body(String step, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("step", step, "user", user, "address", address));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> of(Edition edition) {
        return Map.of("invitation", edition.invitation(), "version", edition.version());
    }
}
