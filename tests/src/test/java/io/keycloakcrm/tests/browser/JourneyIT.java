package io.keycloakcrm.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.application.DemoApplication;
import io.keycloakcrm.tests.invitation.onboarding.TextMessages;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.DemoRealms;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.ReceivedMail;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first five minutes of a new colleague: from the mail, through every step, into the application. */
@WithKeycloak
@Tag("browser")
final class JourneyIT {

    private static final String PASSWORD = "correct horse battery";
    private static final int MOST_BYTES = 60 * 1024;

    private final Crm crm;
    private final MailServer mails = MailServer.started();
    private final Chromium chromium = Chromium.started();
    private final DemoApplication application;
    private final JourneyRealm realm;

    JourneyIT(Crm crm, @TempDir Path directory) throws IOException {
        this.crm = crm;
        crm.secrets().add(PASSWORD);
        var demo = DemoRealms.imported(crm, directory);
        application = DemoApplication.started(crm.url().resolve("/realms/" + demo.name()), directory);
        realm = JourneyRealm.of(demo, mails, application.url().resolve("customers"));
    }

    @AfterAll
    void close() throws InterruptedException {
        chromium.close();
        realm.close();
        application.stop();
        mails.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void leadsFromTheMailIntoTheApplication(String language) {
        TextMessages phone = TextMessages.onANewNumber(crm.realm("crm"));
        ReceivedMail mail = realm.mail(realm.invitedApprover(language, phone.number()), 1);
        try (Visitor visitor = chromium.visitor(language)) {
            walk(visitor, mail, phone, Visitor::look);
            assertThat(visitor.page().textContent("header")).contains("李");
            visitor.look("application");

            visitor.open(URI.create(mail.link())).look("invitation-taken-up");
        }
    }

    @Test
    void isLeftToThePersonByAScannerThatFollowsLinksAndPressesTheFirstButton() {
        TextMessages phone = TextMessages.onANewNumber(crm.realm("crm"));
        ReceivedMail mail = realm.mail(realm.invitedApprover("en", phone.number()), 1);
        for (int i = 0; i < 2; i++) {
            try (Visitor scanner = chromium.visitor("en")) {
                scan(scanner, mail);
            }
        }
        try (Visitor visitor = chromium.visitor("en")) {
            walk(visitor, mail, phone, (nobody, looks) -> {});
        }
    }

    private static void scan(Visitor scanner, ReceivedMail mail) {
        List<String> links = scanner.show(mail.html()).links();
        assertThat(links).contains(mail.link());
        for (String link : links) {
            for (String further : scanner.open(URI.create(link)).links()) {
                scanner.open(URI.create(further));
            }
            scanner.open(URI.create(link)).press("button >> nth=0").sees("#crm-welcome");
        }
    }

    /** All of it, from the button in the mail until the application shows who has come. */
    private void walk(Visitor visitor, ReceivedMail mail, TextMessages phone, BiConsumer<Visitor, String> look) {
        look.accept(visitor.show(mail.html()), "mail-invitation");
        look.accept(visitor.press(".crm-button").sees("#crm-go"), "invitation");
        look.accept(visitor.press("#crm-go").sees("#crm-welcome"), "step-1-welcome");
        choosePassword(visitor, look);
        look.accept(visitor.press("#crm-send").sees("#code"), "step-3-phone-code");
        visitor.fill("#code", phone.awaitCode(1)).press("#crm-confirm").sees("#kc-totp-settings-form");
        look.accept(visitor, "step-4-second-factor");
        visitor.press("#mode-manual").sees("#kc-totp-secret-key");
        String secret = visitor.page().textContent("#kc-totp-secret-key").strip();
        visitor.fill("#totp", OneTimeCode.of(secret, Instant.now()))
                .fill("#userLabel", "phone")
                .press("#saveTOTPBtn")
                .sees("#crm-terms");
        look.accept(visitor, "step-5-terms");
        look.accept(visitor.press("#crm-accept").sees("#crm-error-accepted"), "step-5-terms-missing");
        visitor.press("#accepted").press("#crm-accept").sees("#crm-getting-started");
        look.accept(visitor, "step-6-getting-started");
        visitor.press("#done-0").press("#crm-enter").sees("form.who");
    }

    private static void choosePassword(Visitor visitor, BiConsumer<Visitor, String> look) {
        look.accept(visitor.press("#crm-continue").sees("#crm-password"), "step-2-password");
        visitor.fill("#password-new", "short")
                .fill("#password-confirm", "other")
                .press("#crm-save")
                .sees("#input-error-password-new, #input-error-password-confirm");
        look.accept(visitor, "step-2-password-refused");
        visitor.fill("#password-new", PASSWORD).fill("#password-confirm", PASSWORD);
        look.accept(visitor.sees("#crm-strength"), "step-2-password-typed");
        look.accept(visitor.press("#crm-save").sees("#crm-send"), "step-3-phone");
    }

    @Test
    void beginsWithAPageOfLessThanSixtyKilobytesThoughTheLogoIsTheLargest() {
        ReceivedMail mail = realm.mail(realm.invited("zh-CN"), 1);
        try (Visitor visitor = chromium.visitor("zh-CN")) {
            List<Response> responses = new ArrayList<>();
            visitor.page().onResponse(responses::add);

            visitor.open(URI.create(mail.link()));

            List<Response> all = List.copyOf(responses); // to ask for sizes lets further ones in
            assertThat(all).extracting(Response::status).containsOnly(200);
            assertThat(all)
                    .extracting(Response::url)
                    .anyMatch(url -> url.contains("/crm.css"))
                    .anyMatch(url -> url.contains("/brand/logo"));
            assertThat(all.stream().mapToInt(JourneyIT::transferred).sum()).isLessThan(MOST_BYTES);
        }
    }

    private static int transferred(Response response) {
        var sizes = response.request().sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void writesMailsThatCanBeRead(String language) {
        InvitationApi invitation = realm.invited(language, Map.of(), Map.of("life", "PT1H"));
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.show(realm.mail(invitation, 2).html()).look("mail-reminder");

            invitation.link().expect(200);
            visitor.show(realm.mail(invitation, 3).html()).look("mail-link-copied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void endsKindlyWhereALinkIsDead(String language) {
        ReceivedMail mail = realm.mail(realm.invited(language), 1);
        URI dead = URI.create(mail.link().replace(mail.code(), "A".repeat(43)));
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.open(dead).look("dead-link");
            visitor.press("#crm-ask").sees("#crm-asked").look("dead-link-asked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void asksWhereSomebodyElseIsSignedIn(String language) {
        ReceivedMail mail = realm.mail(realm.invited(language), 1);
        try (Visitor visitor = chromium.visitor(language)) {
            Page page = visitor.page();
            visitor.open(application.url())
                    .fill("#username", "rep")
                    .fill("#password", "demo")
                    .press("#kc-login")
                    .sees("form.who");
            visitor.open(URI.create(mail.link()))
                    .press("#crm-go")
                    .sees("#crm-other")
                    .look("other-user");
            visitor.press("#crm-go").sees("#crm-welcome");
            assertThat(page.inputValue("#firstName")).isEqualTo("娜");
        }
    }
}
