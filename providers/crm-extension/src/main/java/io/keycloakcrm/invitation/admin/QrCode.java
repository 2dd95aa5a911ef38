package io.keycloakcrm.invitation.admin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A link that a phone can read off a screen or a sheet of paper. */
final class QrCode {

    /** Light modules around it, without which readers do not find it. */
    private static final int MARGIN = 4;

    private QrCode() {}

    /** As an SVG without script, style or reference, of one unit to a module. */
    static String svg(String text) {
        BitMatrix modules = modules(text);
        int size = modules.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            addRow(modules, y, path);
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        .formatted(size)
                + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/>".formatted(size)
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    private static void addRow(BitMatrix modules, int y, StringBuilder path) {
        int x = 0;
        while (x < modules.getWidth()) {
            int end = x;
            while (end < modules.getWidth() && modules.get(end, y)) {
                end++;
            }
            if (end > x) {
                path.append('M').append(x).append(' ').append(y).append('h').append(end - x);
                path.append("v1h-").append(end - x).append('z');
            }
            x = end + 1;
        }
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    MARGIN));
        } catch (WriterException e) {
            throw new IllegalStateException(e); // a link is short
        }
    }
}
