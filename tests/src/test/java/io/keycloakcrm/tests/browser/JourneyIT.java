package io.keycloakcrm.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final RealmApi realm;
    private final MailServer mails = MailServer.started();
    private final Chromium chromium = Chromium.started();
    private final DemoApplication application;

    JourneyIT(Crm crm, @TempDir Path directory) throws IOException {
        crm.secrets().add(PASSWORD);
        realm = DemoRealms.imported(crm, directory);
        application = DemoApplication.started(crm.url().resolve("/realms/crm"), directory);
        realm.put("", Map.of("smtpServer", mails.settings())).expect(204);
        String client = "clients/" + realm.clientUuid("crm-app");
        realm.put(
                        client,
                        Map.of(
                                "clientId",
                                "crm-app",
                                "baseUrl",
                                application.url().resolve("customers").toString()))
                .expect(204);
        realm.put("crm/settings", settings()).expect(200);
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "brand",
                Map.of("name", "Acme 银行", "color", "#0b57b7", "support", "it-help@acme.example"),
                "invitation",
                Map.of("client", "crm-app", "coolDown", "PT0S"),
                "onboarding",
                Map.of(
                        "phone",
                        "required",
                        "termsVersion",
                        "2026-11",
                        "termsUrl",
                        "https://www.acme.example/terms",
                        "privacyUrl",
                        "https://www.acme.example/privacy",
                        "gettingStarted",
                        List.of(
                                Map.of("label", "Intranet", "url", "https://intranet.acme.example/"),
                                Map.of("label", "员工手册", "url", "https://handbook.acme.example/"))));
    }

    @AfterAll
    void close() throws InterruptedException {
        // Others use the realm too, and know nothing of terms.
        realm.put(
                        "crm/settings",
                        Map.of(
                                "brand", nothing("name", "color", "support"),
                                "invitation", nothing("client", "coolDown"),
                                "onboarding", nothing("phone", "termsVersion", "termsUrl", "privacyUrl", "gettingStarted")))
                .expect(200);
        chromium.close();
        application.stop();
        mails.close();
    }

    private static Map<String, Object> nothing(String... fields) {
        Map<String, Object> nothing = new HashMap<>();
        for (String field : fields) {
            nothing.put(field, null);
        }
        return nothing;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void leadsFromTheMailIntoTheApplication(String language) {
        Newcomer newcomer = invited(language);
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.show(newcomer.mail().html()).look("mail-invitation");
            visitor.open(URI.create(newcomer.mail().link())).look("invitation");
            visitor.press("#crm-go").look("step-welcome");
            onboard(visitor, newcomer.phone());
            visitor.page()
                    .waitForURL(address -> address.startsWith(
                            application.url().resolve("customers").toString()));
            visitor.look("application");
        }
    }

    /** Everything after the landing page, and a picture of each step. */
    private static void onboard(Visitor visitor, TextMessages phone) {
        visitor.press("#crm-continue").look("step-password");
        visitor.fill("#password-new", "short")
                .fill("#password-confirm", "other")
                .press("#crm-save");
        visitor.look("step-password-refused");
        visitor.fill("#password-new", PASSWORD)
                .fill("#password-confirm", PASSWORD)
                .press("#crm-save")
                .look("step-phone");
        visitor.press("#crm-send").look("step-phone-code");
        visitor.fill("#code", phone.awaitCode(1)).press("#crm-confirm").look("step-terms");
        visitor.press("#accepted").press("#crm-accept").look("step-getting-started");
        visitor.press("#done-0").press("#crm-enter");
    }

    @Test
    void isLeftToThePersonByAScannerThatPressesTheFirstButton() {
        Newcomer newcomer = invited("en");
        for (int i = 0; i < 2; i++) {
            try (Visitor scanner = chromium.visitor("en")) {
                scanner.open(URI.create(newcomer.mail().link())).press("button[type=submit]");
            }
        }
        try (Visitor visitor = chromium.visitor("en")) {
            visitor.open(URI.create(newcomer.mail().link())).press("#crm-go").press("#crm-continue");
            visitor.fill("#password-new", PASSWORD)
                    .fill("#password-confirm", PASSWORD)
                    .press("#crm-save");

            assertThat(visitor.page().isVisible("#crm-send")).isTrue();
        }
    }

    @Test
    void beginsWithAPageOfLessThanSixtyKilobytes() {
        Newcomer newcomer = invited("zh-CN");
        try (Visitor visitor = chromium.visitor("en")) {
            var bytes = new AtomicInteger();
            List<Response> responses = new ArrayList<>();
            visitor.page().onResponse(responses::add);
            visitor.open(URI.create(newcomer.mail().link()));
            for (Response response : responses) {
                var sizes = response.request().sizes();
                bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
            }

            assertThat(responses).isNotEmpty();
            assertThat(bytes).hasValueLessThan(MOST_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void endsKindlyWhereALinkIsDead(String language) {
        Newcomer newcomer = invited(language);
        URI dead = URI.create(newcomer.mail().link().replace(newcomer.mail().code(), "A".repeat(43)));
        try (Visitor visitor = chromium.visitor(language)) {
            visitor.open(dead).look("dead-link");
            visitor.press("#crm-ask").look("dead-link-asked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void asksWhereSomebodyElseIsSignedIn(String language) {
        Newcomer newcomer = invited(language);
        try (Visitor visitor = chromium.visitor(language)) {
            Page page = visitor.page();
            visitor.open(application.url())
                    .fill("#username", "rep")
                    .fill("#password", "demo")
                    .press("#kc-login");
            page.waitForURL(address -> address.startsWith(application.url().toString()));
            visitor.open(URI.create(newcomer.mail().link())).press("#crm-go").look("other-user");
            visitor.press("#crm-go").look("step-welcome-after-other-user");
        }
    }

    /** Somebody with a mailbox and a telephone. */
    private record Newcomer(ReceivedMail mail, TextMessages phone) {}

    private Newcomer invited(String language) {
        TextMessages phone = TextMessages.onANewNumber(realm);
        var invitation = InvitationApi.ofSomebody(
                realm,
                Map.of(
                        "staff",
                        Map.of(
                                "email",
                                InvitationApi.newAddress(),
                                "firstName",
                                "伟",
                                "lastName",
                                "张",
                                "roles",
                                List.of("sales-rep")),
                        "locale",
                        language,
                        "message",
                        language.equals("en") ? "Welcome on board!\nSee you on Monday." : "欢迎加入！\n周一见。"));
        return new Newcomer(mails.awaitMail(invitation.email(), 1), phone);
    }
}
