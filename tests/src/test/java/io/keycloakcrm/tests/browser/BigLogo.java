package io.keycloakcrm.tests.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** A logo as large as a realm may have one: a drawing, filled up with what cannot be made smaller. */
final class BigLogo {

    private static final int MOST_BYTES = 32 * 1024;

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 40" width="190" height="40">\
            <path d="M4 36 20 4l16 32h-9l-7-15-7 15z" fill="#0b57b7"/>\
            <text x="46" y="29" font-family="sans-serif" font-size="24" font-weight="700" fill="#17202e">Acme 银行</text>\
            <!--%s--></svg>""";

    private BigLogo() {}

    /** As the settings take it. */
    static String data() {
        int left = MOST_BYTES - DRAWING.formatted("").getBytes(StandardCharsets.UTF_8).length;
        byte[] noise = new byte[left / 4 * 3];
        new Random(1).nextBytes(noise);
        String drawing =
                DRAWING.formatted(Base64.getUrlEncoder().encodeToString(noise).replace("--", "-_"));
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(drawing.getBytes(StandardCharsets.UTF_8));
    }
}
