package io.keycloakcrm.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The theme's style sheet and the templates of the Keycloak that we are built for. */
class StyleSheetTest {

    private static final String STYLE = "/theme-resources/resources/crm/crm.css";
    private static final Pattern CLASS = Pattern.compile("(?<![\\w/.-])(pf-v5-[cl]-[\\w-]*\\w|fa-[\\w-]*\\w)");

    /** Blocks whose parts look right as they stand, and hints for layouts that ours does not have. */
    private static final Set<String> PLAIN = Set.of(
            "pf-v5-c-alert__description",
            "pf-v5-c-check__input",
            "pf-v5-c-clipboard-copy",
            "pf-v5-c-clipboard-copy__group",
            "pf-v5-c-data-list__cell",
            "pf-v5-c-data-list__item-action",
            "pf-v5-c-form__group-label",
            "pf-v5-c-icon",
            "pf-v5-c-list",
            "pf-v5-c-login__main-body",
            "pf-v5-c-login__main-footer",
            "pf-v5-c-login__main-footer-band-item",
            "pf-v5-c-login__main-footer-links-item",
            "pf-v5-c-login__main-header",
            "pf-v5-c-panel__main",
            "pf-v5-c-panel__main-body",
            "pf-v5-c-tile__icon",
            "pf-v5-c-tile__title",
            "pf-v5-l-grid__item",
            "fa-fw",
            "fa-lg");

    @Test
    void knowsEveryPartOfThePagesThatKeycloakNames() throws IOException, URISyntaxException {
        String style = style();
        Set<String> unknown = new TreeSet<>();
        Matcher named = CLASS.matcher(templates());
        while (named.find()) {
            String name = named.group(1);
            if (!PLAIN.contains(name) && !style.contains("." + name)) {
                unknown.add(name);
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void weighsNextToNothing() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(style().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(compressed.size()).isLessThan(10 * 1024);
    }

    @Test
    void saysStartAndEndWhereOthersSayLeftAndRight() throws IOException {
        assertThat(style())
                .doesNotContainPattern(
                        "(margin|padding|border)-(left|right)|text-align: *(left|right)|[{;] *(left|right):");
    }

    private static String style() throws IOException {
        try (InputStream file = Objects.requireNonNull(StyleSheetTest.class.getResourceAsStream(STYLE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String templates() throws IOException, URISyntaxException {
        URL properties =
                Objects.requireNonNull(StyleSheetTest.class.getResource("/theme/keycloak.v2/login/theme.properties"));
        URI jar = URI.create(properties.toString().replaceFirst("!.*", "!/"));
        StringBuilder all = new StringBuilder();
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path login = files.getPath("/theme/keycloak.v2/login");
            try (Stream<Path> templates = Files.list(login)) {
                for (Path file : templates.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
