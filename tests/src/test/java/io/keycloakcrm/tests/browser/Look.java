package io.keycloakcrm.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How somebody looks at a page.
 *
 * @param language the browser's, a tag
 */
record Look(Size size, ColorScheme scheme, String language) {

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

    /** Every size, scheme and language with every other. */
    static Stream<Look> all() {
        return Arrays.stream(Size.values()).flatMap(Look::of);
    }

    private static Stream<Look> of(Size size) {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of("en", "zh-CN").map(language -> new Look(size, scheme, language)));
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setColorScheme(scheme)
                .setLocale(language);
    }

    /** Such as {@code phone-dark-en}. */
    @Override
    public String toString() {
        return String.join("-", List.of(size.name(), scheme.name(), language)).toLowerCase(Locale.ROOT);
    }
}
