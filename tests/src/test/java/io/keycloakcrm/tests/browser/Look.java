package io.keycloakcrm.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How somebody looks at a page. */
record Look(Size size, ColorScheme scheme) {

    /** Width and height in CSS pixels: the narrowest phone that WCAG 2.2 speaks of (1.4.10), and a desktop. */
    enum Size {
        PHONE(320, 640),
        DESKTOP(1280, 800);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Each size with each scheme. */
    static Stream<Look> all() {
        return Arrays.stream(Size.values())
                .flatMap(size -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> new Look(size, scheme)));
    }

    /** Turns the page over, where it stands. */
    void at(Page page) {
        page.setViewportSize(size.width, size.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Of four looks the two in which everything is seen once: both sizes, both schemes. */
    boolean isHeldToWcag() {
        return (size == Size.PHONE) == (scheme == ColorScheme.DARK);
    }

    /** Such as {@code phone-dark}. */
    @Override
    public String toString() {
        return (size + "-" + scheme).toLowerCase(Locale.ROOT);
    }
}
