package io.keycloakcrm.tests.invitation.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A realm that people are invited into, with one application. */
record DoorRealm(RealmApi api) {

    static final String APPLICATION = "app";
    private static final String GATE = "crm-onboarding";

    static DoorRealm in(Crm crm) {
        RealmApi realm = crm.newRealm();
        realm.post(
                        "clients",
                        Map.of(
                                "clientId",
                                APPLICATION,
                                "publicClient",
                                true,
                                "baseUrl",
                                Browser.APPLICATION,
                                "redirectUris",
                                List.of(Browser.APPLICATION + "/*")))
                .expect(201);
        var door = new DoorRealm(realm);
        door.set(Map.of("crm.invitation.client", APPLICATION));
        // So that there is a way to people; nothing listens there.
        realm.put("", Map.of("smtpServer", Map.of("host", "127.0.0.1", "port", "1", "from", "crm@acme.example")))
                .expect(204);
        if (realm.get("authentication/required-actions/" + GATE).status() == 404) {
            realm.post("authentication/register-required-action", Map.of("providerId", GATE, "name", GATE))
                    .expect(204);
        }
        return door;
    }

    /** Sets attributes of the realm; the others stay. */
    void set(Map<String, String> attributes) {
        JsonNode now = api.get("").expect(200).json();
        attributes.forEach(((ObjectNode) now.path("attributes"))::put);
        api.put("", Map.of("attributes", now.path("attributes"))).expect(204);
    }

    /** Somebody who has just been invited. */
    Invited invited() {
        return invited(Map.of());
    }

    /** The same with what the invitation says. */
    Invited invited(Map<String, String> terms) {
        InvitationSteps person = InvitationSteps.ofSomebody(api);
        String name = person.address().replaceAll("@.*", "");
        api.put("users/" + person.user(), Map.of("firstName", name, "lastName", "Lee"))
                .expect(204);
        Edition edition = person.invited(terms);
        return new Invited(this, person, edition, person.mint(edition));
    }

    /** Somebody who has no e-mail address. */
    Invited invitedBySms(String number) {
        String user = api.post(
                        "users",
                        Map.of(
                                "username",
                                "p" + number.substring(1),
                                "enabled",
                                true,
                                "firstName",
                                "Phil",
                                "lastName",
                                "Lee",
                                "attributes",
                                Map.of("phoneNumber", List.of(number))))
                .expect(201)
                .createdId();
        var person = new InvitationSteps(api, user, number);
        Edition edition = person.invited();
        return new Invited(this, person, edition, person.mint(edition));
    }

    URI page(String below) {
        return api.client().server().resolve("/realms/" + api.name() + "/" + below);
    }

    /** Where a code leads. */
    URI link(String code) {
        return page("crm/i/" + code);
    }

    /** Has somebody sign in with a password of his own. */
    void signIn(Browser browser, String username, String password) {
        browser.press(signInPage(browser), Map.of("username", username, "password", password));
    }

    /** As the application sends people there. */
    Browser.Page signInPage(Browser browser) {
        return browser.open(page("protocol/openid-connect/auth?"
                + Query.of(Map.of(
                        "client_id",
                        APPLICATION,
                        "redirect_uri",
                        Browser.APPLICATION + "/",
                        "response_type",
                        "code",
                        "scope",
                        "openid"))));
    }
}
