package io.keycloakcrm.demo;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes one MIME message apart: the first plain text, the first HTML, and the names of what is attached. */
final class LetterReader {

    private final List<String> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    private LetterReader() {}

    static Letter read(StoredMessage stored) {
        var reader = new LetterReader();
        MimeMessage message = stored.getMimeMessage();
        try {
            reader.visit(message);
            return reader.letter(stored, message);
        } catch (MessagingException | IOException e) {
            return new Letter(
                    stored.getUid(),
                    "",
                    List.of(),
                    "(message that cannot be read)",
                    stored.getReceivedDate().toInstant(),
                    String.valueOf(e.getMessage()),
                    null,
                    List.of());
        }
    }

    private Letter letter(StoredMessage stored, MimeMessage message) throws MessagingException {
        @Nullable String subject = message.getSubject();
        return new Letter(
                stored.getUid(),
                String.join(", ", addresses(message.getFrom())),
                addresses(message.getAllRecipients()),
                subject == null ? "" : subject,
                stored.getReceivedDate().toInstant(),
                text,
                html,
                attachments);
    }

    private void visit(Part part) throws MessagingException, IOException {
        @Nullable String fileName = part.getFileName();
        if (fileName != null) {
            attachments.add(fileName);
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                visit(parts.getBodyPart(i));
            }
        } else if (html == null && part.isMimeType("text/html")) {
            html = String.valueOf(part.getContent());
        } else if (text == null && part.isMimeType("text/plain")) {
            text = String.valueOf(part.getContent());
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Stream.of(addresses).map(LetterReader::readable).toList();
    }

    private static String readable(Address address) {
        return address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString();
    }
}
