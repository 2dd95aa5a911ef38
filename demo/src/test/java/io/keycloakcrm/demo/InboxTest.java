package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int smtpPort = new Ports().preferably(1025);
    private final MailServer mail = MailServer.start(smtpPort);
    private Inbox inbox = startInbox();

    @BeforeEach
    void receiveOneLetter() throws MessagingException {
        var parts = new MimeMultipart(
                "alternative", part("你好", "text/plain"), part("<p>你好 <script>x</script></p>", "text/html"));
        GreenMailUtil.sendMessageBody(
                "lin@acme.example",
                "crm@acme.example",
                "邀请 <b>",
                parts,
                null,
                new ServerSetup(smtpPort, Ports.HOST, ServerSetup.PROTOCOL_SMTP));
    }

    @AfterEach
    void stop() {
        inbox.close();
        mail.close();
    }

    @Test
    void listsWhatArrivedForScripts() throws IOException, InterruptedException {
        assertThat(get("messages").body())
                .contains("\"total\":1", "\"to\":[\"lin@acme.example\"]", "\"subject\":\"邀请 <b>\"");
    }

    @Test
    void keepsOnlyTheLettersOfOneRecipientWhereAsked() throws IOException, InterruptedException {
        assertThat(get("messages?to=lin@").body()).contains("\"total\":1");
        assertThat(get("messages?to=nobody@").body()).isEqualTo("{\"items\":[],\"total\":0}");
    }

    @Test
    void givesBothPartsOfALetterToScripts() throws IOException, InterruptedException {
        assertThat(get("messages/" + firstId()).body()).contains("\"text\":\"你好\"", "\"html\":\"<p>你好 ");
    }

    @Test
    void forbidsScriptsInTheHtmlPartByPolicy() throws IOException, InterruptedException {
        var answer = get("mail/" + firstId() + "/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox allow-popups ")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "script-src");
    }

    @Test
    void isEmptyAfterDeletingAll() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(inbox.url().resolve("messages")).DELETE().build();

        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void answersNotFoundForWhatDoesNotExist() throws IOException, InterruptedException {
        assertThat(get("messages/4711").statusCode()).isEqualTo(404);
        assertThat(get("../etc/passwd").statusCode()).isEqualTo(404);
    }

    private long firstId() {
        return mail.letters().get(0).id();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(inbox.url() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private Inbox startInbox() {
        try {
            return Inbox.start(new Ports().preferably(1080), mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content, type + "; charset=utf-8");
        return part;
    }
}
