package io.keycloakcrm.tests.provider;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.sms.SmsSender;
import io.keycloakcrm.invitation.sms.SmsSenderFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keycloak.models.KeycloakSession;

/** A gateway that keeps every text message, for tests to read. */
@AutoService(SmsSenderFactory.class)
public final class MessagesSenderFactory implements SmsSenderFactory {

    private record Message(String number, String text) {}

    private static final List<Message> SENT = new CopyOnWriteArrayList<>();

    /** Those that went to a number, in the order in which they did. */
    static List<String> sentTo(String number) {
        return SENT.stream()
                .filter(message -> message.number().equals(number))
                .map(Message::text)
                .toList();
    }

    static Map<String, Object> answer(String number) {
        return Map.of("messages", sentTo(number));
    }

    @Override
    public String getId() {
        return "kept";
    }

    /** Above none, so that the server needs not be told. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public SmsSender create(KeycloakSession session) {
        return (number, text) -> SENT.add(new Message(number, text));
    }
}
