package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.Browser.Page;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.api.SignInApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gives himself a department, position, status or data scope, whatever he sends to pages that are open to him. */
@WithKeycloak
final class ProtectedAttributesIT {

    private static final Map<String, String> WISHES = Map.of(
            "dataScope", "*=all",
            "position", "Chief",
            "employmentStatus", "active",
            "department", "Board",
            "departmentId", "board",
            "employeeNumber", "1");

    private final RealmApi realm;
    private final Crm crm;

    ProtectedAttributesIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @BeforeAll
    void openThePages() {
        crm.admin()
                .put("/admin/realms/" + realm.name(), Map.of("registrationAllowed", true))
                .expect(204);
        realm.post(
                        "clients",
                        Map.of("clientId", "app", "publicClient", true, "redirectUris", List.of(Browser.APPLICATION)))
                .expect(201);
    }

    @Test
    void notThroughTheAccountConsole() {
        String id = person("account");
        String token = new SignInApi(realm)
                .withNewPassword(id, "account", "openid")
                .expect(200)
                .json()
                .path("access_token")
                .asText();
        var self = new ApiClient(crm.url(), () -> token);
        String account = "/realms/" + realm.name() + "/account/";

        WISHES.forEach((name, value) ->
                self.post(account, account(Map.of(name, List.of(value)))).expect(400));

        assertUntouched(id);
        self.post(account, account(Map.of("nickname", List.of("Nick")))).expect(204);
    }

    @Test
    void notByRegistration() {
        var browser = new Browser();
        Page form = browser.open(page("registrations"));

        Page after = browser.submit(
                form, with(profile("newcomer"), "password", "Pw-newcomer", "password-confirm", "Pw-newcomer"));

        assertThat(after.isApplication()).as(after.text()).isTrue();
        assertUntouched(user("newcomer"));
    }

    @Test
    void notByUpdatingTheProfileAtTheSignIn() {
        String id = person("updater");
        new SignInApi(realm).withNewPassword(id, "updater", "openid").expect(200);
        ObjectNode user = (ObjectNode) realm.get("users/" + id).expect(200).json();
        user.putArray("requiredActions").add("UPDATE_PROFILE");
        realm.put("users/" + id, user).expect(204);
        var browser = new Browser();
        Page update = browser.submit(
                browser.open(page("auth")), Map.of("username", "updater", "password", "Pw-" + id, "credentialId", ""));

        Page after = browser.submit(update, profile("updater"));

        assertThat(after.isApplication()).isFalse();
        assertUntouched(id);
        assertThat(browser.submit(after, facts("updater")).isApplication())
                .as("without the wishes")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataScope", "departmentId", "department", "position", "employmentStatus"})
    void notByAMapperOfAnIdentityProvider(String attribute) {
        String alias = identityProvider();
        String mappers = "identity-provider/instances/" + alias + "/mappers";

        realm.post(mappers, mapper(alias, attribute)).expect(400);

        assertThat(realm.get(mappers).expect(200).json()).isEmpty();
    }

    @Test
    void notByAMapperThatTrimsTheNameOfTheAttribute() {
        String alias = identityProvider();

        realm.post(
                        "identity-provider/instances/" + alias + "/mappers",
                        Map.of(
                                "name",
                                "mapper",
                                "identityProviderAlias",
                                alias,
                                "identityProviderMapper",
                                "github-user-attribute-mapper",
                                "config",
                                Map.of("jsonField", "bio", "userAttribute", " dataScope ", "syncMode", "FORCE")))
                .expect(400);
    }

    @Test
    void notByAMapperThatWasHarmlessBefore() {
        String alias = identityProvider();
        String mappers = "identity-provider/instances/" + alias + "/mappers";
        String id = realm.post(mappers, mapper(alias, "nickname")).expect(201).createdId();
        Map<String, Object> changed = new HashMap<>(mapper(alias, "dataScope"));
        changed.put("id", id);

        ApiResponse answer = realm.put(mappers + "/" + id, changed);

        assertThat(answer.succeeded()).as(answer.text()).isFalse();
        assertThat(realm.get(mappers + "/" + id)
                        .expect(200)
                        .json()
                        .path("config")
                        .path("user.attribute")
                        .asText())
                .isEqualTo("nickname");
    }

    private String identityProvider() {
        String alias = "idp-" + UUID.randomUUID();
        realm.post("identity-provider/instances", Map.of("alias", alias, "providerId", "oidc", "config", Map.of()))
                .expect(201);
        return alias;
    }

    private static Map<String, Object> mapper(String alias, String attribute) {
        return Map.of(
                "name",
                "mapper",
                "identityProviderAlias",
                alias,
                "identityProviderMapper",
                "oidc-user-attribute-idp-mapper",
                "config",
                Map.of("claim", "claim", "user.attribute", attribute, "syncMode", "FORCE"));
    }

    private static Map<String, Object> account(Map<String, ?> attributes) {
        return Map.of(
                "username",
                "account",
                "email",
                "account@acme.example",
                "firstName",
                "New",
                "lastName",
                "Name",
                "attributes",
                attributes);
    }

    private URI page(String page) {
        return crm.url()
                .resolve("/realms/" + realm.name() + "/protocol/openid-connect/" + page + "?"
                        + Query.of(Map.of(
                                "client_id",
                                "app",
                                "response_type",
                                "code",
                                "scope",
                                "openid",
                                "redirect_uri",
                                Browser.APPLICATION)));
    }

    private static Map<String, String> profile(String username) {
        return with(
                facts(username),
                WISHES.entrySet().stream()
                        .flatMap(wish -> Stream.of(wish.getKey(), wish.getValue()))
                        .toArray(String[]::new));
    }

    private static Map<String, String> facts(String username) {
        return with(
                Map.of(),
                "username",
                username,
                "email",
                username + "@acme.example",
                "firstName",
                "Some",
                "lastName",
                "Body");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private String person(String name) {
        return realm.post(
                        "crm/staff",
                        Map.of("username", name, "email", name + "@acme.example", "firstName", "A", "lastName", "B"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String user(String username) {
        return realm.get("users?exact=true&username=" + username)
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private void assertUntouched(String id) {
        JsonNode user = realm.get("users/" + id).expect(200).json();

        assertThat(user.path("id").asText()).isEqualTo(id);
        assertThat(user.path("attributes").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContainAnyElementsOf(WISHES.keySet());
    }
}
