package io.keycloakcrm.imports.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Makes the text of a number. Files hold numbers as binary fractions with 17 digits, people saw 15 of them.
 *
 * @param dates how days are counted
 */
record CellNumber(SerialDate dates) {

    private static final int MAX_LENGTH = 64;

    /** An exponent of any size would make a text of any size. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal FIRST_INEXACT = BigDecimal.TEN.pow(15);

    CellContent read(String value, NumberFormat format) {
        if (value.length() > MAX_LENGTH || !NUMBER.matcher(value).matches()) {
            return CellContent.faulty(value, "crm.import.cell-damaged");
        }
        BigDecimal exact = new BigDecimal(value);
        String plain = plain(exact.round(SHOWN));
        if (format.kind() == NumberFormat.Kind.DATE) {
            return dates.text(exact.round(SHOWN))
                    .map(CellContent::of)
                    .orElseGet(() -> CellContent.faulty(plain, "crm.import.date-invalid"));
        }
        if (exact.abs().compareTo(FIRST_INEXACT) >= 0) {
            // An identity or card number typed as a number: the spreadsheet has made zeros of its last digits.
            return CellContent.faulty(plain(exact), "crm.import.number-too-long");
        }
        boolean identifier = format.kind() == NumberFormat.Kind.IDENTIFIER && isNatural(plain);
        return CellContent.of(identifier ? identifier(plain, format) : plain);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean isNatural(String plain) {
        return plain.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String identifier(String plain, NumberFormat format) {
        return format.prefix() + "0".repeat(Math.max(0, format.digits() - plain.length())) + plain;
    }
}
