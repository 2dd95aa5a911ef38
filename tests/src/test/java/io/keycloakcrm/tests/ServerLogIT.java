package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the server wrote while all other classes ran; hence the last one. */
@WithKeycloak
@Order(Integer.MAX_VALUE)
final class ServerLogIT {

    private static final Pattern START = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d ");
    private static final Pattern ERROR = Pattern.compile("^\\S+ \\S+ (ERROR|FATAL) .*");

    /** A token of any kind: header and payload of a JWT. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");

    /** What Keycloak itself says at this level although nothing is wrong. */
    private static final List<String> KNOWN = List.of(
            // Settings of a mapper that were refused with 400.
            "This claim name cannot be used", "The most bytes of the claim are a number");

    private final List<String> lines;
    private final Crm crm;

    ServerLogIT(Crm crm) {
        this.crm = crm;
        this.lines = withoutMailServersThatAreDown(crm.log().lines());
    }

    /** Keycloak's own sender calls it an error, with a trace, when a mail server of ours is down or refuses on purpose. */
    private static List<String> withoutMailServersThatAreDown(List<String> lines) {
        List<String> others = new ArrayList<>();
        boolean down = false;
        for (String line : lines) {
            down = START.matcher(line).find() ? line.contains("KC-SERVICES0029") : down;
            if (!down) {
                others.add(line);
            }
        }
        return others;
    }

    @Test
    void holdsNoError() {
        assertThat(lines)
                .filteredOn(line -> ERROR.matcher(line).matches())
                .filteredOn(line -> KNOWN.stream().noneMatch(line::contains))
                .isEmpty();
    }

    @Test
    void holdsNoStackTraceThroughOurCode() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("\tat io.keycloakcrm."))
                .isEmpty();
    }

    @Test
    void holdsNoSecret() {
        assertThat(lines)
                .noneMatch(line -> crm.secrets().stream().anyMatch(line::contains))
                .noneMatch(line -> TOKEN.matcher(line).find());
    }

    @Test
    void holdsNoPasswordOfAnImportedFile() {
        assertThat(lines).noneMatch(line -> line.contains("ChangeMe-"));
    }
}
