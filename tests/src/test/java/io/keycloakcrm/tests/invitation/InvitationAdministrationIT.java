package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.RefusingMailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does with an invitation, from the wish to the last resort. */
@WithKeycloak
final class InvitationAdministrationIT {

    private final Crm crm;
    private final MailServer server = MailServer.started();
    private final RealmApi realm;

    InvitationAdministrationIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        realm.put("", Map.of("smtpServer", server.settings())).expect(204);
        realm.set(Map.of("crm.invitation.cool-down", "PT0S", "crm.invitation.copy-link", "true"));
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

    @Nested
    final class Listing {

        @Test
        void findsByStateDeliveryAndPerson() {
            var revoked = InvitationApi.ofSomebody(realm, Map.of("send", false));
            revoked.revoke().expect(204);
            var pending = InvitationApi.ofSomebody(realm, Map.of("send", false));

            assertThat(ids("state=revoked")).contains(revoked.id()).doesNotContain(pending.id());
            assertThat(ids("state=pending&delivery=none"))
                    .contains(pending.id())
                    .doesNotContain(revoked.id());
            assertThat(ids("search=" + pending.email())).containsExactly(pending.id());
            assertThat(ids("userId=" + revoked.user())).containsExactly(revoked.id());
            assertThat(ids("state=revoked&search=" + pending.email())).isEmpty();
        }

        @Test
        void comesInPages() {
            InvitationApi.ofSomebody(realm, Map.of("send", false));
            InvitationApi.ofSomebody(realm, Map.of("send", false));

            JsonNode page =
                    realm.get("crm/invitations?max=1&first=1").expect(200).json();

            assertThat(page.path("items")).hasSize(1);
            assertThat(page.path("total").asInt()).isGreaterThan(1);
            assertThat(page.path("items").path(0).has("history")).isFalse();
        }

        @Test
        void refusesAFilterThatThereIsNot() {
            assertThat(realm.get("crm/invitations?state=lost").expect(400).code())
                    .isEqualTo("crm.invitation.filter-unknown");
        }

        private List<String> ids(String query) {
            JsonNode items =
                    realm.get("crm/invitations?" + query).expect(200).json().path("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .map(item -> item.path("id").asText())
                    .toList();
        }
    }

    @Nested
    final class Resending {

        @Test
        void killsTheLinkThatWentOutBefore() {
            var invitation = InvitationApi.ofSomebody(realm);
            String first = server.awaitMail(invitation.email(), 1).code();

            assertThat(invitation.resend().expect(200).json().path("version").asInt())
                    .isEqualTo(2);

            String second = server.awaitMail(invitation.email(), 2).code();
            assertThat(invitation.look(first)).isEmpty();
            assertThat(invitation.look(second)).isEqualTo("pending");
        }

        @Test
        void isInTheNameOfWhoeverDoesIt() {
            var invitation = InvitationApi.ofSomebody(realm);
            RealmApi other = realm.asNewAdmin("manage-users", "view-users");

            JsonNode after = new InvitationApi(other, invitation.id())
                    .resend()
                    .expect(200)
                    .json();

            assertThat(after.path("invitedBy").path("displayName").asText()).contains("Ada");
        }

        @Test
        void isOverOnceItIsRevoked() {
            var invitation = InvitationApi.ofSomebody(realm);
            String code = server.awaitMail(invitation.email(), 1).code();
            invitation.revoke().expect(204);

            assertThat(invitation.look(code)).isEmpty();
            assertThat(invitation.resend().expect(409).code()).isEqualTo("crm.invitation.ended");
            assertThat(invitation.revoke().expect(409).code()).isEqualTo("crm.invitation.ended");
            assertThat(invitation.link().expect(409).code()).isEqualTo("crm.invitation.not-open");
        }

        @Test
        void goesToTheAddressThatThePersonHasNow() {
            var invitation = InvitationApi.ofSomebody(realm);
            String code = server.awaitMail(invitation.email(), 1).code();
            String moved = InvitationApi.newAddress();
            realm.put("crm/staff/" + invitation.user(), Map.of("email", moved)).expect(200);

            assertThat(invitation.link().expect(409).code()).isEqualTo("crm.invitation.not-open");
            invitation.resend().expect(200);

            assertThat(server.awaitMail(moved, 1).code()).isNotEqualTo(code);
            assertThat(invitation.look(code)).isEmpty();
        }
    }

    @Nested
    final class Copying {

        @Test
        void givesALinkAndItsPicture() {
            var invitation = InvitationApi.ofSomebody(realm);
            String mailed = server.awaitMail(invitation.email(), 1).code();

            ApiResponse copied = invitation.link().expect(200);

            String url = copied.json().path("url").asText();
            assertThat(url).startsWith(crm.url() + "/realms/" + realm.name() + "/crm/i/");
            assertThat(copied.json().path("qrSvg").asText()).startsWith("<svg ").doesNotContain("<script");
            assertThat(copied.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(invitation.look(url.substring(url.lastIndexOf('/') + 1))).isEqualTo("pending");
            assertThat(invitation.look(mailed)).isEqualTo("pending");
        }

        @Test
        void isToldToThePersonOnce() {
            var invitation = InvitationApi.ofSomebody(realm, Map.of("locale", "en"));
            invitation.awaitDelivery("sent");
            invitation.link().expect(200);
            invitation.link().expect(200);

            var notice = server.awaitMail(invitation.email(), 2);

            assertThat(notice.subject()).contains("copied");
            assertThat(notice.text() + notice.html()).doesNotContain("/crm/i/");
            assertThat(invitation.steps()).containsSubsequence("invited", "queued", "sent", "link_copied");
            InvitationApi.ofSomebody(realm).awaitDelivery("sent");
            assertThat(server.mailsTo(invitation.email())).hasSize(2);
        }

        @Test
        void isOffUnlessTheRealmSaysSo() {
            RealmApi strict = crm.newRealm();
            var invitation = InvitationApi.ofSomebody(strict);

            assertThat(invitation.link().expect(403).code()).isEqualTo("crm.invitation.copy-link-off");
        }

        @Test
        void isAllThatAnAdministratorWithoutAMailServerNeeds() {
            RealmApi alone = crm.newRealm().set(Map.of("crm.invitation.copy-link", "true"));
            var invitation = InvitationApi.ofSomebody(alone);

            String url = invitation.link().expect(200).json().path("url").asText();

            assertThat(invitation.json().path("delivery").asText()).isEqualTo("none");
            assertThat(invitation.look(url.substring(url.lastIndexOf('/') + 1))).isEqualTo("pending");
            assertThat(alone.get("crm/setup").json().path("undelivered")).isEmpty();
        }
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
