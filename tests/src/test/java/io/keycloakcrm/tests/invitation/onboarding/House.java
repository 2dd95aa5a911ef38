package io.keycloakcrm.tests.invitation.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A realm that new people come into, with one application that also takes passwords directly. */
record House(RealmApi realm) {

    static final String APPLICATION = "app";

    static House in(Crm crm) {
        RealmApi realm = crm.newRealm();
        realm.post(
                        "clients",
                        Map.of(
                                "clientId",
                                APPLICATION,
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "baseUrl",
                                Browser.APPLICATION,
                                "redirectUris",
                                List.of(Browser.APPLICATION + "/*")))
                .expect(201);
        var house = new House(realm);
        house.set(Map.of("crm.invitation.client", APPLICATION));
        return house;
    }

    /** Sets attributes of the realm; the others stay. */
    void set(Map<String, String> attributes) {
        JsonNode now = realm.get("").expect(200).json();
        attributes.forEach(((ObjectNode) now.path("attributes"))::put);
        realm.put("", Map.of("attributes", now.path("attributes"))).expect(204);
    }

    /** A member who has never signed in. */
    Newcomer newcomer(Map<String, Object> properties) {
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> member =
                new HashMap<>(Map.of("email", name + "@acme.example", "firstName", "Nora", "lastName", "New"));
        member.putAll(properties);
        String id = realm.post("crm/staff", member).expect(201).createdId();
        return new Newcomer(this, new InvitationSteps(realm, id, name + "@acme.example"));
    }

    Newcomer newcomer() {
        return newcomer(Map.of());
    }

    URI page(String below) {
        return realm.client().server().resolve("/realms/" + realm.name() + "/" + below);
    }

    /** Where an application sends whoever is not signed in. */
    URI signIn() {
        return page("protocol/openid-connect/auth?"
                + Query.of(Map.of(
                        "client_id",
                        APPLICATION,
                        "redirect_uri",
                        Browser.APPLICATION + "/",
                        "response_type",
                        "code",
                        "scope",
                        "openid")));
    }

    /** What a browser asks for that loads a page again: Keycloak's script takes the code of the form out of its address. */
    static URI reload(Browser.Page page) {
        return URI.create(page.address()
                .toString()
                .replaceAll("(session_code|execution)=[^&]*&?", "")
                .replaceAll("[?&]$", ""));
    }

    /** What the application gets for a password. */
    ApiResponse tokens(String username, String password) {
        return new Browser()
                .post(
                        page("protocol/openid-connect/token"),
                        Map.of(
                                "grant_type", "password",
                                "client_id", APPLICATION,
                                "username", username,
                                "password", password,
                                "scope", "openid"),
                        Map.of());
    }
}
