package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.RefusingMailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes out for an invitation, and what does not any more. */
@WithKeycloak
final class InvitationDeliveryIT {

    private final Crm crm;
    private final MailServer server = MailServer.started();

    InvitationDeliveryIT(Crm crm) {
        this.crm = crm;
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @Nested
    final class Delivering {

        @Test
        void tellsThatAnAddressIsRefused() throws IOException {
            try (RefusingMailServer refusing = RefusingMailServer.started()) {
                RealmApi other = crm.newRealm();
                other.put("", Map.of("smtpServer", refusing.settings())).expect(204);

                var invitation = InvitationApi.ofSomebody(other).awaitDelivery("undeliverable");

                assertThat(invitation.json().path("state").asText()).isEqualTo("pending");
                assertThat(invitation.steps()).contains("undeliverable");
            }
        }

        @Test
        void sendsNothingToWhoeverWasSwitchedOffMeanwhile() {
            try (MailServer down = MailServer.down()) {
                RealmApi other = crm.newRealm();
                other.put("", Map.of("smtpServer", down.settings())).expect(204);
                var invitation = InvitationApi.ofSomebody(other);
                other.put("users/" + invitation.user(), Map.of("enabled", false))
                        .expect(204);

                // With the server still down: a mail that was already made may go out as soon as it is up.
                invitation.awaitDelivery("undeliverable");
            }
        }

        @Test
        void sendsNothingInTheNameOfWhoeverHasLostTheRight() {
            try (MailServer down = MailServer.down()) {
                RealmApi other = crm.newRealm();
                other.put("", Map.of("smtpServer", down.settings())).expect(204);
                RealmApi demoted = other.asNewAdmin("manage-users", "view-users");
                var invitation = InvitationApi.ofSomebody(demoted);
                String admin = invitation.json().path("invitedBy").path("id").asText();
                other.delete("users/" + admin).expect(204);

                new InvitationApi(other, invitation.id()).awaitDelivery("undeliverable");
            }
        }

        @Test
        void sendsNothingOnceItIsRevoked() {
            try (MailServer down = MailServer.down()) {
                RealmApi other = crm.newRealm();
                other.put("", Map.of("smtpServer", down.settings())).expect(204);
                var revoked = InvitationApi.ofSomebody(other);
                var wanted = InvitationApi.ofSomebody(other);
                revoked.revoke().expect(204);
                revoked.awaitDelivery("none");

                down.start();
                wanted.awaitDelivery("sent");

                assertThat(down.mailsTo(revoked.email())).isEmpty();
            }
        }
    }

    @Nested
    final class Caps {

        @Test
        void keepAnAddressFromBeingFlooded() {
            RealmApi other = crm.newRealm();
            other.put("", Map.of("smtpServer", server.settings())).expect(204);
            other.set(Map.of("crm.invitation.cool-down", "PT0S"));
            var invitation = InvitationApi.ofSomebody(other);

            long sent = 1;
            for (int i = 0; i < 100; i++) {
                ApiResponse again = invitation.resend().expect(200, 429);
                sent += again.succeeded() ? 1 : 0;
            }

            assertThat(sent).isEqualTo(5);
            assertThat(invitation.json().path("version").asInt()).isEqualTo(5);
            assertThat(invitation.resend().expect(429).code()).isEqualTo("crm.invitation.too-often");
            invitation.awaitDelivery("sent");
            assertThat(server.mailsTo(invitation.email())).hasSizeLessThanOrEqualTo(5);
        }

        @Test
        void areNotEscapedByMakingThePersonAnew() {
            RealmApi other = crm.newRealm();
            other.put("", Map.of("smtpServer", server.settings())).expect(204);
            String email = InvitationApi.newAddress();
            var body = new HashMap<String, Object>(Map.of("staff", Map.of("email", email)));
            String user = realmUser(other, body);
            other.delete("users/" + user).expect(204);

            assertThat(other.post("crm/invitations", body).expect(429).code()).isEqualTo("crm.invitation.too-often");
            assertThat(other.get("users?email=" + email).json()).isEmpty();
        }

        private String realmUser(RealmApi other, Map<String, Object> body) {
            return other.post("crm/invitations", body)
                    .expect(201)
                    .json()
                    .path("userId")
                    .asText();
        }
    }
}
