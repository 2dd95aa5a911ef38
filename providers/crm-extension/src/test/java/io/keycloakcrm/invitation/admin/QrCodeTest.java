package io.keycloakcrm.invitation.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK =
            "https://id.acme.example/realms/sales/crm/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void saysTheLink() throws Exception {
        String svg = QrCode.svg(LINK);

        assertThat(read(svg)).isEqualTo(LINK);
        assertThat(svg).doesNotContain("script", "style", "href", "id.acme");
    }

    /** By the library's own reader, from what a browser would paint. */
    private static String read(String svg) throws ReaderException {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        if (!box.find()) {
            throw NotFoundException.getNotFoundInstance();
        }
        int size = Integer.parseInt(box.group(1)) - 2 * 4;
        var modules = new BitMatrix(size);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1")
                .matcher(svg)
                .results()
                .forEach(run -> modules.setRegion(
                        Integer.parseInt(run.group(1)) - 4,
                        Integer.parseInt(run.group(2)) - 4,
                        Integer.parseInt(run.group(3)),
                        1));
        return new Decoder().decode(modules).getText();
    }
}
