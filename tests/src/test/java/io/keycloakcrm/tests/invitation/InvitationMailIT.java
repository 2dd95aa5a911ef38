package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.ReceivedMail;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the person gets: in his language, with a link that works, and with nothing that somebody else has put in. */
@WithKeycloak
final class InvitationMailIT {

    private final Crm crm;
    private final MailServer server = MailServer.started();
    private final RealmApi realm;

    InvitationMailIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        realm.put("", Map.of("displayName", "Acme <b>CRM</b>", "smtpServer", server.settings()))
                .expect(204);
        realm.put(
                        "users/profile",
                        withoutRulesForNames(
                                realm.get("users/profile").expect(200).json()))
                .expect(200);
        realm.set(Map.of("crm.invitation.cool-down", "PT0S", "crm.invitation.copy-link", "true"));
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your access to, Set up my account, The link works for 3 days",
        "zh-CN, 账号, 设置我的账号, 链接有效期：3 天",
        "zh-TW, 帳號, 設定我的帳號, 連結有效期：3 天"
    })
    void comesInTheLanguageOfTheInvitation(String locale, String subject, String button, String validity) {
        var invitation = InvitationApi.ofSomebody(realm, Map.of("locale", locale, "life", "PT73H"));

        ReceivedMail mail = server.awaitMail(invitation.email(), 1);

        assertThat(mail.subject()).contains(subject).contains("Acme <b>CRM</b>");
        assertThat(mail.text()).contains(button, validity);
        assertThat(mail.html()).contains(button, validity, "lang=\"" + locale.substring(0, 2));
        assertThat(mail.html()).contains("href=\"" + mail.link() + "\"");
        assertThat(invitation.look(mail.code())).isEqualTo("pending");
        invitation.awaitDelivery("sent");
    }

    @Test
    void speaksThePersonsOwnLanguageUnlessToldOtherwise() {
        String email = InvitationApi.newAddress();
        String user = realm.post(
                        "users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("locale", List.of("zh-TW"))))
                .expect(201)
                .createdId();

        InvitationApi.of(realm, user);

        assertThat(server.awaitMail(email, 1).text()).contains("設定我的帳號");
    }

    static List<String> hostileNames() {
        return List.of(
                "<img src=x onerror=alert(1)>",
                "</p><a href=https://evil.example>Click</a><p>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "Ann\r\nBcc: eve@evil.example\r\n\r\n<b>hello</b>",
                "Ann\u202egnp.exe\u2066 \u2067evil",
                "ليلى",
                "${client_account} ${7*7} #{7*7} {0} {1} '{0}'",
                "\"><style>body{display:none}</style>",
                "=?utf-8?q?Subject?= ann");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void keepsItsStructureWhateverSomebodyIsCalled(String name) {
        ReceivedMail plain = mailTo(member("Ann"), "Hello");

        ReceivedMail mail = mailTo(member(name), name);

        assertThat(mail.elements()).isEqualTo(plain.elements());
        assertThat(mail.headers()).isEqualTo(plain.headers());
        assertThat(mail.parts()).isEqualTo(plain.parts()).containsExactly("text/plain", "text/html");
        assertThat(mail.subject()).isEqualTo(plain.subject());
        assertThat(mail.text().lines()).hasSameSizeAs(plain.text().lines().toList());
        assertThat(mail.text() + mail.html()).doesNotContain("\u202e", "\u2066", "\u2067");
    }

    @Test
    void keepsItsStructureWhateverTheCompanyIsCalled() {
        RealmApi other = crm.newRealm();
        other.put("", Map.of("displayName", "Acme\r\nBcc: eve@evil.example", "smtpServer", server.settings()))
                .expect(204);

        ReceivedMail mail = server.awaitMail(
                InvitationApi.ofSomebody(other, Map.of("locale", "en")).email(), 1);

        assertThat(mail.headers()).doesNotContain("Bcc");
        assertThat(mail.subject()).isEqualTo("Your access to Acme Bcc: eve@evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "Forwarded"})
    void leadsToTheServerWhateverARequestClaims(String header) {
        String value = header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example";
        var invitation = new InvitationApi(
                realm,
                poisoned(header, value, "crm/invitations", newcomer())
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
        ReceivedMail first = server.awaitMail(invitation.email(), 1);
        poisoned(header, value, invitation.path("resend"), Map.of()).expect(200);
        ReceivedMail second = server.awaitMail(invitation.email(), 2);
        String newMember = InvitationApi.newAddress();
        poisoned(header, value, "crm/staff", Map.of("email", newMember, "invite", true))
                .expect(201);
        String ofAFile = InvitationApi.newAddress();
        ImportApi job = ImportApi.uploaded(
                realm,
                "staff.csv",
                Csv.withHeader("employeeNumber", "email")
                        .row(UUID.randomUUID().toString().substring(0, 8), ofAFile)
                        .bytes());
        poisoned(header, value, job.path("start"), Map.of("invite", true, "pace", "full"))
                .expect(202);
        String copied = poisoned(header, value, invitation.path("link"), Map.of())
                .expect(200)
                .json()
                .path("url")
                .asText();

        String own = crm.url() + "/realms/" + realm.name() + "/crm/i/";
        assertThat(List.of(
                        first.link(),
                        second.link(),
                        server.awaitMail(newMember, 1).link(),
                        server.awaitMail(ofAFile, 1).link(),
                        copied))
                .allMatch(link -> link.startsWith(own));
        assertThat(first.html() + second.html()).doesNotContain("evil.example");
    }

    private ApiResponse poisoned(String header, String value, String below, Object body) {
        return realm.client().postWith(header, value, realm.path(below), body);
    }

    private static Map<String, Object> newcomer() {
        return Map.of("staff", Map.of("email", InvitationApi.newAddress()));
    }

    private String member(String firstName) {
        String email = InvitationApi.newAddress();
        return realm.post("users", Map.of("username", email, "email", email, "enabled", true, "firstName", firstName))
                .expect(201)
                .createdId();
    }

    /** Names as a directory might bring them, that is held to no profile. */
    private static JsonNode withoutRulesForNames(JsonNode profile) {
        profile.path("attributes").forEach(attribute -> {
            if (attribute.path("name").asText().endsWith("Name")) {
                ((ObjectNode) attribute).remove("validations");
            }
        });
        return profile;
    }

    private ReceivedMail mailTo(String user, String message) {
        var invitation = new InvitationApi(
                realm,
                realm.post(
                                "crm/invitations",
                                Map.of(
                                        "userId",
                                        user,
                                        "message",
                                        message.lines().findFirst().orElse("")))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
        return server.awaitMail(invitation.email(), 1);
    }
}
