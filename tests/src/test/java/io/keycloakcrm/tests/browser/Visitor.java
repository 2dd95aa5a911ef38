package io.keycloakcrm.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** One person at one browser. */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final int PATIENCE_MILLIS = 15_000;

    private final BrowserContext context;
    private final String language;
    private final Page page;

    Visitor(BrowserContext context, String language) {
        this.context = context;
        this.language = language;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    Visitor open(URI address) {
        page.navigate(address.toString());
        return this;
    }

    /** A mail, as a reader of HTML shows it. */
    Visitor show(String html) {
        page.setContent(html);
        return this;
    }

    Visitor fill(String selector, String text) {
        page.fill(selector, text);
        return this;
    }

    /** Presses a button or link, and waits for what comes. */
    Visitor press(String selector) {
        page.click(selector);
        page.waitForLoadState();
        return this;
    }

    /**
     * Leaves pictures of the page, and holds it to what holds for every page: nobody is kept out by it (WCAG 2.2, A and AA, as far
     * as a program can tell), and nobody has to scroll sideways.
     */
    Visitor look(String name) {
        Look.all().forEach(look -> {
            take(name, look);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels to scroll sideways on %s, %s, %s", name, look, language)
                    .isEqualTo(0);
            if (look.isHeldToWcag()) {
                assertThat(violations()).as("%s, %s, %s", name, look, language).isEmpty();
            }
        });
        return this;
    }

    /** Leaves pictures of a page that is not ours but for its colours. */
    Visitor picture(String name) {
        Look.all().forEach(look -> take(name, look));
        return this;
    }

    private void take(String name, Look look) {
        look.at(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file(name, look))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private Path file(String name, Look look) {
        return Path.of(System.getProperty("crm.test.screenshots"))
                .resolve(name)
                .resolve(look + "-" + language + ".png");
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                        // The name that was typed, which Keycloak's template shows in a field without a label.
                        .exclude("#kc-attempted-username")
                        .withTags(WCAG)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Visitor::said)
                        .toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
