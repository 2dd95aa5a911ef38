package io.keycloakcrm.demo.crm;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** The way in. */
record Visit(MockMvc mvc, FakeKeycloak keycloak) {

    Browser stranger() {
        return new Browser(mvc, new MockHttpSession());
    }

    /** A browser in which the person has signed in. */
    Browser as(TestPerson person) {
        Browser browser = stranger();
        String start = browser.get("/customers").redirect();
        String request = browser.get(start).redirect();
        String code = keycloak.signIn(request, person);
        browser.get("/login/oauth2/code/keycloak?code=" + code + "&state=" + Page.parameter(request, "state"));
        return browser;
    }
}
