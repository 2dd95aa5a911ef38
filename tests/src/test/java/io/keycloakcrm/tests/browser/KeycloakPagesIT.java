package io.keycloakcrm.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own pages and mails, dressed in the theme that setup puts on a realm. */
@WithKeycloak
@Tag("browser")
final class KeycloakPagesIT {

    private static final String FIRST_PASSWORD = "first-pass-word";
    private static final String PASSWORD = "correct horse battery";

    private final URI server;
    private final RealmApi realm;
    private final MailServer mails = MailServer.started();
    private final Chromium chromium = Chromium.started();

    KeycloakPagesIT(Crm crm) {
        server = crm.url();
        realm = crm.newRealm();
        crm.secrets().addAll(List.of(FIRST_PASSWORD, PASSWORD));
        realm.put(
                        "",
                        Map.of(
                                "displayName",
                                "Acme Bank",
                                "resetPasswordAllowed",
                                true,
                                "rememberMe",
                                true,
                                "registrationAllowed",
                                false,
                                "passwordPolicy",
                                "length(12)",
                                "smtpServer",
                                mails.settings(),
                                "attributes",
                                Map.of("crm.brand.color", "#c8102e", "crm.brand.support", "it-help@acme.example")))
                .expect(204);
        realm.post(
                        "clients",
                        Map.of(
                                "clientId",
                                "asks-first",
                                "name",
                                "Expense reports",
                                "publicClient",
                                true,
                                "consentRequired",
                                true,
                                "redirectUris",
                                List.of("https://expenses.acme.example/*")))
                .expect(201);
    }

    @AfterAll
    void close() {
        chromium.close();
        mails.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void signingInForTheFirstTime(String language) {
        String user = person(
                "first-" + language.toLowerCase(Locale.ROOT),
                List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "UPDATE_PROFILE"));
        try (Visitor visitor = chromium.visitor(language)) {
            Page page = visitor.page();
            visitor.open(at("account/"));
            page.waitForSelector("#kc-login"); // the console goes there by a script
            visitor.look("login");
            visitor.fill("#username", user)
                    .fill("#password", "wrong")
                    .press("#kc-login")
                    .look("login-wrong-password");
            visitor.fill("#username", user).fill("#password", FIRST_PASSWORD).press("#kc-login");
            for (int i = 0; i < 3; i++) {
                doAsAsked(visitor);
            }
            page.waitForSelector("[data-testid=page-heading]");
            // Where there is little room, Keycloak's console has a button that nothing names.
            visitor.lookAnew("account", "#save-btn", "[data-testid=options-kebab-toggle]");
            visitor.open(at("protocol/openid-connect/logout")).look("logout");
            visitor.press("#kc-logout").look("logged-out");
            visitor.open(at("account/"))
                    .fill("#username", user)
                    .fill("#password", PASSWORD)
                    .press("#kc-login")
                    .look("otp");
        }
    }

    /** One required action; their order is the realm's. */
    private static void doAsAsked(Visitor visitor) {
        Page page = visitor.page();
        String asked = page.getAttribute("body", "data-page-id");
        switch (asked) {
            case "login-login-config-totp" -> {
                visitor.look("otp-setup").press("#mode-manual").look("otp-setup-manual");
                String secret = page.textContent("#kc-totp-secret-key").strip();
                visitor.fill("#totp", "000000").fill("#userLabel", "phone").press("#saveTOTPBtn");
                visitor.look("otp-setup-wrong-code");
                visitor.fill("#totp", OneTimeCode.of(secret, Instant.now())).press("#saveTOTPBtn");
            }
            case "login-login-update-password" -> {
                visitor.look("update-password");
                visitor.fill("#password-new", "short")
                        .fill("#password-confirm", "other")
                        .press("#kc-submit");
                visitor.look("update-password-refused");
                visitor.fill("#password-new", PASSWORD)
                        .fill("#password-confirm", PASSWORD)
                        .press("#kc-submit");
            }
            case "login-login-update-profile" -> visitor.look("update-profile").press("#kc-form-buttons [type=submit]");
            default -> throw new AssertionError("asked for " + asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aForgottenPassword(String language) {
        String user = person("forgot-" + language.toLowerCase(Locale.ROOT), List.of());
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.open(at("account/"));
            visitor.press("a[href*=reset-credentials]").look("reset-password");
            visitor.fill("#username", user).press("[type=submit]").look("reset-password-sent");
            String html = mails.awaitMail(user + "@acme.example", 1).html();
            assertThat(html).contains("Acme Bank", "it-help@acme.example");
            visitor.show(html).look("mail-reset-password");
            visitor.open(URI.create(visitor.page().getAttribute("a[href*=action-token]", "href")));
            visitor.look("reset-password-by-link");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whatGoesWrongAndWhatIsAskedRarely(String language) {
        String user = person("rare-" + language.toLowerCase(Locale.ROOT), List.of());
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.open(at("protocol/openid-connect/auth?client_id=nobody")).look("error");
            visitor.open(at("device")).look("device");
            visitor.open(at("login-actions/action-token?key=nonsense")).look("error-link");
            visitor.open(signInOf("asks-first"));
            visitor.fill("#username", user).fill("#password", FIRST_PASSWORD).press("#kc-login");
            visitor.look("consent");
        }
    }

    @Test
    void letThemselvesBeReadInAnotherLanguageWithoutAScript() {
        try (Visitor visitor = chromium.visitorWithoutScripts("en")) {
            visitor.open(signInOf("asks-first")).press("a[hreflang=zh-CN]");

            assertThat(visitor.page().textContent("h1")).contains("登录");
        }
    }

    private URI signInOf(String client) {
        return at("protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + client
                + "&redirect_uri=https://expenses.acme.example/");
    }

    private URI at(String path) {
        return server.resolve("/realms/" + realm.name() + "/" + path);
    }

    private String person(String name, List<String> actions) {
        realm.post(
                        "users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@acme.example",
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                "Ada",
                                "lastName",
                                "Wong",
                                "requiredActions",
                                actions,
                                "credentials",
                                List.of(Map.of("type", "password", "value", FIRST_PASSWORD, "temporary", false))))
                .expect(201);
        return name;
    }
}
