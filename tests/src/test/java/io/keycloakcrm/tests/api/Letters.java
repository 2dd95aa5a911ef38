package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Mails that the provider for tests sends through the outbox of a realm. */
public record Letters(RealmApi realm) {

    private static final String KIND = "letter";

    /** Has the realm send by this server. */
    public Letters by(Map<String, String> settings) {
        realm.put("", Map.of("smtpServer", settings)).expect(204);
        return this;
    }

    /** Puts one in for each key; answers how many went in. */
    public int send(String... keys) {
        return send(KIND, List.of(keys));
    }

    public int send(List<String> keys) {
        return send(KIND, keys);
    }

    /** The same for parcels of another kind. */
    public int send(String kind, List<String> keys) {
        return realm.post("crm/letters", request(kind, keys, false))
                .expect(200)
                .json()
                .path("added")
                .asInt();
    }

    /** Puts them in within a transaction that fails. */
    public void sendAndFail(String... keys) {
        realm.post("crm/letters", request(KIND, List.of(keys), true));
    }

    public boolean withdraw(String key) {
        return realm.delete("crm/letters/" + key)
                .expect(200)
                .json()
                .path("withdrawn")
                .asBoolean();
    }

    /** What was given up, as setup reports it. */
    public JsonNode undelivered() {
        return realm.get("crm/setup").expect(200).json().path("undelivered");
    }

    /** What the sender was told of a key that begins with {@code told-}; empty if nothing. */
    public String ending(String key) {
        return realm.get("")
                .expect(200)
                .json()
                .path("attributes")
                .path("ending." + key)
                .asText();
    }

    private static Map<String, Object> request(String kind, List<String> keys, boolean rollback) {
        return Map.of("kind", kind, "keys", keys, "address", "ann@acme.example", "rollback", rollback);
    }
}
