package io.keycloakcrm.tests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** One person at one browser, who walks on past what is wrong with a page, and says all of it at the end. */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final int PATIENCE_MILLIS = 15_000;

    private final BrowserContext context;
    private final String language;
    private final Page page;
    private final SoftAssertions verdict = new SoftAssertions();

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

    /** Closes the browser, which forgets who he was. */
    Visitor leave() {
        context.clearCookies();
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

    /** Waits until he sees something. */
    Visitor sees(String selector) {
        page.waitForSelector(selector);
        return this;
    }

    /** Where the links of this page lead to, those to other pages. */
    @SuppressWarnings("unchecked") // what the script answers
    List<String> links() {
        return (List<String>) page.evaluate("[...document.links].map(a => a.href).filter(to => to.startsWith('http'))");
    }

    /**
     * Leaves pictures of the page, and holds it to what holds for every page: nobody is kept out by it (WCAG 2.2, A and AA, as far
     * as a program can tell), and nobody has to scroll sideways.
     */
    Visitor look(String name) {
        Look.all().forEach(look -> {
            look.at(page);
            judge(name, look, List.of());
        });
        return this;
    }

    /**
     * The same for a page that a script draws, and draws otherwise on a phone.
     *
     * @param shows what is there once it is drawn
     * @param notOurs what is out of our reach
     */
    Visitor lookAnew(String name, String shows, String... notOurs) {
        Look.all().forEach(look -> {
            look.at(page);
            page.reload();
            sees(shows);
            judge(name, look, List.of(notOurs));
        });
        return this;
    }

    private void judge(String name, Look look, List<String> notOurs) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file(name, look))
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
        verdict.assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels to scroll sideways on %s, %s, %s", name, look, language)
                .isEqualTo(0);
        if (look.isHeldToWcag()) {
            verdict.assertThat(violations(notOurs))
                    .as("%s, %s, %s", name, look, language)
                    .isEmpty();
        }
    }

    private Path file(String name, Look look) {
        return Path.of(System.getProperty("crm.test.screenshots"))
                .resolve(name)
                .resolve(look + "-" + language + ".png");
    }

    private List<String> violations(List<String> notOurs) {
        AxeBuilder axe = new AxeBuilder(page).withTags(WCAG);
        notOurs.forEach(selector -> axe.exclude(selector));
        return axe.analyze().getViolations().stream().map(Visitor::said).toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    @Override
    public void close() {
        context.close();
        verdict.assertAll();
    }
}
