package io.keycloakcrm.tests.server;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as a mail program takes it apart.
 *
 * @param to all recipients
 * @param headers names of all headers, as often as they stand there
 * @param parts media types of its parts, in order
 * @param text the plain text
 * @param html the other one
 */
public record ReceivedMail(
        String subject, List<String> to, List<String> headers, List<String> parts, String text, String html) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/crm/i/([A-Za-z0-9_-]{43})");
    private static final Pattern TAG = Pattern.compile("<(/?[a-z][a-z0-9]*)");

    static ReceivedMail of(MimeMessage message) {
        try {
            List<String> recipients = new ArrayList<>();
            for (var address : message.getRecipients(Message.RecipientType.TO)) {
                recipients.add(address.toString());
            }
            List<String> headers = new ArrayList<>();
            for (var header : Collections.list(message.getAllHeaders())) {
                headers.add(header.getName());
            }
            List<BodyPart> parts = parts((MimeMultipart) message.getContent());
            return new ReceivedMail(
                    message.getSubject(),
                    recipients,
                    headers,
                    types(parts),
                    (String) parts.get(0).getContent(),
                    (String) parts.get(1).getContent());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address behind the button. */
    public String link() {
        Matcher link = link(text);
        return link.group();
    }

    /** The secret in it. */
    public String code() {
        return link(text).group(1);
    }

    /** Names of the elements of the HTML part, in order, end tags too. */
    public List<String> elements() {
        return TAG.matcher(html).results().map(tag -> tag.group(1)).toList();
    }

    private static Matcher link(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in " + text);
        }
        return link;
    }

    private static List<BodyPart> parts(MimeMultipart multipart) throws MessagingException {
        List<BodyPart> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            parts.add(multipart.getBodyPart(i));
        }
        return parts;
    }

    private static List<String> types(List<BodyPart> parts) throws MessagingException {
        List<String> types = new ArrayList<>();
        for (BodyPart part : parts) {
            types.add(part.getContentType().split(";", 2)[0].toLowerCase(Locale.ROOT));
        }
        return types;
    }
}
