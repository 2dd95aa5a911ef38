package io.keycloakcrm.tests.invitation.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import java.net.URI;
import java.util.Map;

/** Somebody new, on his way in. */
record Newcomer(House house, InvitationSteps person) {

    /** An invitation and a link to it. */
    record Link(Edition edition, URI address) {}

    Link invited() {
        return link(person.invited());
    }

    Link link(Edition edition) {
        return new Link(edition, house.page("crm/i/" + person.mintForMail(edition)));
    }

    /** Opens a link and presses its button. */
    static Page enter(Browser browser, Link link) {
        return browser.press(browser.open(link.address()));
    }

    String id() {
        return person.user();
    }

    String username() {
        return person.address();
    }

    String password() {
        String password = "Pw-" + id() + "-x";
        house.realm().secrets().accept(password);
        return password;
    }

    Page choosePassword(Browser browser, Page page) {
        return browser.press(page, Map.of("password-new", password(), "password-confirm", password()));
    }

    /** Takes the two steps that everybody takes. */
    Page settle(Browser browser, Link link) {
        return choosePassword(browser, browser.press(enter(browser, link)));
    }

    /** Signs in as people do who have been there before. */
    Page signIn(Browser browser) {
        return browser.press(browser.open(house.signIn()), Map.of("username", username(), "password", password()));
    }

    /** As Keycloak's own pages let administrators do. */
    void givePassword() {
        house.realm()
                .put(
                        "users/" + id() + "/reset-password",
                        Map.of("type", "password", "value", password(), "temporary", false))
                .expect(204);
    }

    String state(Link link) {
        return person.state(link.edition());
    }

    JsonNode user() {
        return house.realm().get("users/" + id()).expect(200).json();
    }

    String attribute(String name) {
        return user().path("attributes").path(name).path(0).asText();
    }

    boolean hasCredential() {
        return !house.realm()
                .get("users/" + id() + "/credentials")
                .expect(200)
                .json()
                .isEmpty();
    }

    /** What the administrator sees of the first days. */
    JsonNode record() {
        return house.realm()
                .get("crm/staff/" + id() + "/onboarding")
                .expect(200)
                .json();
    }
}
