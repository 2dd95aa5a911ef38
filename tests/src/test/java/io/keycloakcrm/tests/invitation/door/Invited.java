package io.keycloakcrm.tests.invitation.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import java.net.URI;
import java.util.Map;

/** One person with an invitation and a link to it. */
record Invited(DoorRealm realm, InvitationSteps person, Edition edition, String code) {

    private static final int MOST_STEPS = 10;

    URI link() {
        return realm.link(code);
    }

    String state() {
        return person.state(edition);
    }

    String password() {
        return "Pw-" + person.user() + "-x";
    }

    /** Opens the link and presses the button. */
    Browser.Page enter(Browser browser) {
        return browser.press(browser.open(link()));
    }

    /** Goes as far as the page that asks for a password. */
    Browser.Page beforeCredential(Browser browser) {
        Browser.Page page = enter(browser);
        for (int i = 0; i < MOST_STEPS && isStep(page) && !page.text().contains("password-new"); i++) {
            page = browser.press(page);
        }
        return page;
    }

    /** Goes on from there, through whatever is asked, until the person is through or is refused. */
    Browser.Page finish(Browser browser, Browser.Page from) {
        realm.api().secrets().accept(password());
        Browser.Page page = from;
        for (int i = 0; i < MOST_STEPS && isStep(page); i++) {
            page = browser.press(page, Map.of("password-new", password(), "password-confirm", password()));
        }
        return page;
    }

    private static boolean isStep(Browser.Page page) {
        return page.status() == 200
                && page.text().contains("<form")
                && page.address().getPath().contains("/login-actions/required-action");
    }

    JsonNode user() {
        return realm.api().get("users/" + person.user()).expect(200).json();
    }

    boolean hasCredential() {
        return !realm.api()
                .get("users/" + person.user() + "/credentials")
                .expect(200)
                .json()
                .isEmpty();
    }
}
