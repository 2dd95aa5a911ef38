package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an administrator invites, whom, and where to. */
@WithKeycloak
final class InvitingIT {

    private final MailServer server = MailServer.started();
    private final RealmApi realm;

    InvitingIT(Crm crm) {
        this.realm = crm.newRealm();
        realm.put("", Map.of("smtpServer", server.settings())).expect(204);
        realm.set(Map.of("crm.invitation.cool-down", "PT0S"));
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @Nested
    final class Inviting {

        @Test
        void makesTheMemberToo() {
            var invitation = InvitationApi.ofSomebody(realm);

            JsonNode member =
                    realm.get("crm/staff/" + invitation.user()).expect(200).json();

            assertThat(member.path("invitation").path("id").asText()).isEqualTo(invitation.id());
            assertThat(member.path("invitation").path("state").asText()).isEqualTo("pending");
            assertThat(member.has("invite")).isFalse();
        }

        @Test
        void goesWithMakingAMember() {
            String email = InvitationApi.newAddress();

            JsonNode member = realm.post("crm/staff", Map.of("email", email, "invite", true))
                    .expect(201)
                    .json();

            assertThat(member.path("invitation").path("state").asText()).isEqualTo("pending");
            assertThat(server.awaitMail(email, 1).link()).isNotBlank();
        }

        @Test
        void isNoMatterOfChangingAMember() {
            String user = realm.post("crm/staff", Map.of("email", InvitationApi.newAddress(), "invite", false))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();

            assertThat(realm.put("crm/staff/" + user, Map.of("invite", true))
                            .expect(400)
                            .code())
                    .isEqualTo("crm.invitation.invite-existing");
        }

        @Test
        void happensOnceHoweverOftenTheCallIsRepeated() {
            String email = InvitationApi.newAddress();
            String key = UUID.randomUUID().toString();
            var body = Map.of("staff", Map.of("email", email));

            String first = realm.post("crm/invitations", body, key).expect(201).createdId();
            String second = realm.post("crm/invitations", body, key).expect(201).createdId();

            assertThat(second).isEqualTo(first);
            new InvitationApi(realm, first).awaitDelivery("sent");
            assertThat(server.mailsTo(email)).hasSize(1);
        }

        @Test
        void isRefusedWhileAnotherOneIsLive() {
            var invitation = InvitationApi.ofSomebody(realm);

            assertThat(invite(invitation.user()).expect(409).code()).isEqualTo("crm.invitation.live-exists");
        }

        @Test
        void isRefusedToWhoeverHasAPassword() {
            String user = userWithPassword();

            assertThat(invite(user).expect(409).code()).isEqualTo("crm.invitation.has-credential");
        }

        @Test
        void leavesNobodyBehindThatItWasRefusedFor() {
            String email = InvitationApi.newAddress();

            realm.post("crm/invitations", Map.of("staff", Map.of("email", email), "clientId", "no-such"))
                    .expect(400);

            assertThat(realm.get("users?email=" + email).expect(200).json()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "life, PT5M, crm.invitation.life-invalid",
            "life, soon, crm.invitation.life-invalid",
            "locale, tlh, crm.invitation.locale-unknown",
            "clientId, no-such, crm.invitation.client-unknown"
        })
        void saysWhatIsWrong(String field, String value, String code) {
            ApiResponse refused = realm.post(
                    "crm/invitations", Map.of("staff", Map.of("email", InvitationApi.newAddress()), field, value));

            assertThat(refused.expect(400).code()).isEqualTo(code);
            assertThat(refused.json().path("field").asText()).isEqualTo(field);
        }

        private ApiResponse invite(String user) {
            return realm.post("crm/invitations", Map.of("userId", user));
        }
    }

    @Nested
    final class Destination {

        @Test
        void isAnAddressThatTheApplicationHasRegistered() {
            application("app", "https://app.example.com/crm/*");

            JsonNode made = inviteTo("app", "https://app.example.com/crm/today")
                    .expect(201)
                    .json();

            assertThat(made.path("redirectUri").asText()).isEqualTo("https://app.example.com/crm/today");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example/crm/",
                    "https://app.example.com.evil.example/crm/",
                    "https://app.example.com@evil.example/crm/",
                    "https://a@app.example.com@evil.example/crm/x",
                    "https://app.example.com/crm/..;/../x",
                    "https://app.example.com/crm/%2e%2e/x",
                    "https://app.example.com\\\\@evil.example/crm/",
                    "//evil.example/crm/",
                    "/crm/today",
                    "crm/today",
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    "data:text/html,x",
                    "http://[::1",
                    ""
                })
        void isNothingElse(String address) {
            String client = "app-" + UUID.randomUUID().toString().substring(0, 6);
            application(client, "https://app.example.com/crm/*");

            assertThat(inviteTo(client, address).expect(400).code()).isEqualTo("crm.invitation.redirect-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "custom://x"})
        void isAWebAddressEvenWhereEverythingIsRegistered(String address) {
            String client = "any-" + UUID.randomUUID().toString().substring(0, 6);
            application(client, "*");

            inviteTo(client, address).expect(400);
        }

        private ApiResponse inviteTo(String client, String address) {
            return realm.post(
                    "crm/invitations",
                    Map.of(
                            "staff",
                            Map.of("email", InvitationApi.newAddress()),
                            "clientId",
                            client,
                            "redirectUri",
                            address));
        }

        private void application(String id, String... redirects) {
            realm.post("clients", Map.of("clientId", id, "publicClient", true, "redirectUris", List.of(redirects)))
                    .expect(201);
        }
    }

    private String userWithPassword() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        return realm.post(
                        "users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                name + "@acme.example",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        UUID.randomUUID().toString()))))
                .expect(201)
                .createdId();
    }
}
