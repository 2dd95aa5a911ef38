package io.keycloakcrm.tests.invitation.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** A telephone with a number of its own. */
public record TextMessages(RealmApi realm, String number) {

    public static TextMessages onANewNumber(RealmApi realm) {
        return new TextMessages(realm, "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
    }

    List<String> all() {
        List<String> texts = new ArrayList<>();
        JsonNode answer = realm.get("crm/text-messages?number=" + Query.encoded(number))
                .expect(200)
                .json();
        answer.path("messages").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The code in the n-th message, from 1. */
    public String awaitCode(int message) {
        String text = Awaitility.await("text message " + message)
                .atMost(Duration.ofSeconds(30))
                .until(this::all, texts -> texts.size() >= message)
                .get(message - 1);
        return text.replaceAll("^.*?(\\d{6}).*$", "$1");
    }

    static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
