package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxPagesTest {

    private static final String HOSTILE = "\"><script>alert('x')</script>&";
    private static final String HARMLESS = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;";

    @Test
    void showsSubjectAndRecipientsInTheListAsTextOnly() {
        assertThat(InboxPages.list(List.of(letter(HOSTILE, HOSTILE, null))))
                .doesNotContain("<script")
                .contains(HARMLESS);
    }

    @Test
    void showsEveryFieldOfALetterAsTextOnly() {
        assertThat(InboxPages.letter(letter(HOSTILE, HOSTILE, null)))
                .doesNotContain("<script")
                .contains("<title>" + HARMLESS + "</title>", "<pre>" + HARMLESS + "</pre>");
    }

    @Test
    void keepsTheHtmlPartOutOfThePageAndInASandboxWithoutScripts() {
        assertThat(InboxPages.letter(letter("Welcome", "text", "<b id=part>hello</b>")))
                .doesNotContain("<b id=part>")
                .contains("src=\"/mail/7/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void opensLinksOfTheHtmlPartOutsideTheFrame() {
        assertThat(InboxPages.bare("<p>hello</p>")).isEqualTo("<!doctype html><base target=\"_blank\"><p>hello</p>");
    }

    @Test
    void refreshesTheListByItselfButNeverALetterBeingRead() {
        assertThat(InboxPages.list(List.of())).contains("http-equiv=\"refresh\"");
        assertThat(InboxPages.letter(letter("Welcome", "text", null))).doesNotContain("http-equiv=\"refresh\"");
    }

    private static Letter letter(String subject, String text, @Nullable String html) {
        return new Letter(7, HOSTILE, List.of(HOSTILE), subject, Instant.EPOCH, text, html, List.of(HOSTILE));
    }
}
