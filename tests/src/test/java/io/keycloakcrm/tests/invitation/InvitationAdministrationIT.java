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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
}
