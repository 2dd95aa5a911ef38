package io.keycloakcrm.tests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.ReceivedMail;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The demo realm, shared with others, as a company would set it up that asks for everything; as it was before once this is closed. */
final class JourneyRealm implements AutoCloseable {

    private static final String CLIENT = "crm-app";
    private static final String STRICT_ROLE = "approver";

    private final RealmApi api;
    private final MailServer mails;
    private final String clientPath;
    private final JsonNode realmBefore;
    private final JsonNode clientBefore;

    private JourneyRealm(RealmApi api, MailServer mails) {
        this.api = api;
        this.mails = mails;
        this.clientPath = "clients/" + api.clientUuid(CLIENT);
        this.realmBefore = api.get("").expect(200).json();
        this.clientBefore = api.get(clientPath).expect(200).json();
    }

    /**
     * @param application where people shall come out
     */
    static JourneyRealm of(RealmApi api, MailServer mails, URI application) {
        var realm = new JourneyRealm(api, mails);
        api.put("", Map.of("smtpServer", mails.settings())).expect(204);
        api.put(realm.clientPath, Map.of("clientId", CLIENT, "baseUrl", application.toString()))
                .expect(204);
        api.put("crm/settings", settings()).expect(200);
        api.post("roles", Map.of("name", STRICT_ROLE, "attributes", Map.of("crm.mfa", List.of("true"))))
                .expect(201);
        return realm;
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "brand",
                Map.of("name", "Acme 银行", "logo", BigLogo.data(), "support", "it-help@acme.example"),
                "invitation",
                Map.of("copyLink", true, "coolDown", "PT0S", "reminder", "PT59M59S"),
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

    /** Somebody new, invited by mail. */
    InvitationApi invited(String language, Map<String, ?> member, Map<String, ?> more) {
        Map<String, Object> staff = new HashMap<>(Map.of(
                "email", InvitationApi.newAddress(), "firstName", "娜", "lastName", "李", "roles", List.of("sales-rep")));
        staff.putAll(member);
        Map<String, Object> invitation = new HashMap<>(Map.of(
                "staff",
                staff,
                "locale",
                language,
                "message",
                language.equals("en") ? "Welcome on board!\nSee you on Monday." : "欢迎加入！\n周一见。"));
        invitation.putAll(more);
        return InvitationApi.ofSomebody(api, invitation);
    }

    /** Somebody new with a telephone, whose role asks for a second factor. */
    InvitationApi invitedApprover(String language, String phoneNumber) {
        return invited(
                language, Map.of("phoneNumber", phoneNumber, "roles", List.of("sales-rep", STRICT_ROLE)), Map.of());
    }

    InvitationApi invited(String language) {
        return invited(language, Map.of(), Map.of());
    }

    ReceivedMail mail(InvitationApi invitation, int number) {
        return mails.awaitMail(invitation.email(), number);
    }

    @Override
    public void close() {
        api.delete("roles/" + STRICT_ROLE).expect(204);
        api.put(clientPath, clientBefore).expect(204);
        api.put("", realmBefore).expect(204);
    }
}
