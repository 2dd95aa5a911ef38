package io.keycloakcrm.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.ReceivedMail;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody new who never has a password: his device makes a passkey, which is all that he needs from then on. */
@WithKeycloak
@Tag("browser")
final class PasskeyJourneyIT {

    private final RealmApi realm;
    private final URI account;
    private final MailServer mails = MailServer.started();
    private final Chromium chromium = Chromium.started();

    PasskeyJourneyIT(Crm crm) {
        realm = crm.newRealm();
        // Browsers make passkeys for names only, never for a bare number.
        String frontend = "http://localhost:" + crm.url().getPort();
        account = URI.create(frontend + "/realms/" + realm.name() + "/account/");
        realm.set(Map.of("frontendUrl", frontend, "crm.invitation.client", "account-console"));
        realm.put(
                        "",
                        Map.of(
                                "displayName",
                                "Acme Bank",
                                "smtpServer",
                                mails.settings(),
                                "webAuthnPolicyPasswordlessRpEntityName",
                                "Acme Bank",
                                "webAuthnPolicyPasswordlessPasskeysEnabled",
                                true,
                                "webAuthnPolicyPasswordlessRequireResidentKey",
                                "Yes",
                                // Or a device that agrees to everything is through before anybody has seen the page.
                                "webAuthnPolicyPasswordlessMediation",
                                "none"))
                .expect(204);
    }

    @AfterAll
    void close() {
        chromium.close();
        mails.close();
    }

    @Test
    void getsInByAPasskeyAndByItAlone() {
        InvitationApi invitation = InvitationApi.ofSomebody(
                realm,
                Map.of("staff", Map.of("email", InvitationApi.newAddress(), "firstName", "Ada", "lastName", "Wong")));
        ReceivedMail mail = mails.awaitMail(invitation.email(), 1);
        try (Visitor visitor = chromium.visitorWithPasskeys("en")) {
            visitor.open(URI.create(mail.link())).press("#crm-go").sees("#crm-welcome");
            visitor.press("#crm-continue").sees("#crm-passkey").look("step-2-password-or-passkey");
            visitor.press("#crm-use-passkey").sees("#registerWebAuthn").look("passkey");
            visitor.press("#registerWebAuthn").sees("[data-testid=page-heading]");

            assertThat(credentials(invitation)).isEqualTo(List.of("webauthn-passwordless"));
            assertThat(invitation.json().path("state").asText()).isEqualTo("accepted");

            visitor.leave().open(account).sees("#authenticateWebAuthnButton").look("login-with-passkey");
            visitor.press("#authenticateWebAuthnButton").sees("[data-testid=page-heading]");
        }
    }

    private List<String> credentials(InvitationApi invitation) {
        JsonNode credentials = realm.get("users/" + invitation.user() + "/credentials")
                .expect(200)
                .json();
        return credentials.findValuesAsText("type");
    }
}
