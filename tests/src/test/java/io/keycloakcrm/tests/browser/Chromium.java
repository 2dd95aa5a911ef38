package io.keycloakcrm.tests.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. Playwright brings one along only by a download of its own, which a build should not make. */
final class Chromium implements AutoCloseable {

    private static final String MISSING = """
            No Chromium on this machine, so the pages cannot be looked at. Install it, with a font for Chinese:
              apt-get install --no-install-recommends chromium fonts-noto-cjk
            or name one: -Dtest.chromium=/path/to/chromium. To leave these tests out: -Pno-browser""";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium started() {
        Path program = program();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        // Builds run as root in containers too, where its own walls do not stand.
                        .setArgs(List.of("--no-sandbox", "--force-color-profile=srgb")));
        return new Chromium(playwright, browser);
    }

    private static Path program() {
        Optional<String> named =
                Optional.ofNullable(System.getProperty("test.chromium")).filter(path -> !path.isBlank());
        return named.map(Stream::of)
                .orElseGet(() -> Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(MISSING));
    }

    /**
     * Somebody who has never been here, with cookies of his own.
     *
     * @param language what he reads, a tag
     */
    Visitor visitor(String language) {
        return new Visitor(browser.newContext(new Browser.NewContextOptions().setLocale(language)), language);
    }

    /** The same with scripts switched off. */
    Visitor visitorWithoutScripts(String language) {
        return new Visitor(
                browser.newContext(
                        new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false)),
                language);
    }

    /** The same on a device that makes passkeys, and whose owner agrees to everything. */
    Visitor visitorWithPasskeys(String language) {
        Visitor visitor = visitor(language);
        CDPSession device = visitor.page().context().newCDPSession(visitor.page());
        device.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")
                .forEach(option -> options.addProperty(option, true));
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", authenticator);
        visitor.page().onDialog(asked -> asked.accept("Laptop"));
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
