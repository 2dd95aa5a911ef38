package io.keycloakcrm.staff;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers, stored as E.164: {@code +8613979219825}. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Spreadsheets wrap copied numbers in invisible direction marks. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final Pattern DASHES = Pattern.compile("\\p{Pd}|−");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** The library also reads letters, extensions and the first of two numbers; here a number is digits and grouping. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().-]{3,40}");

    /** Where a number does not say whether it is a mobile's, as in North America, it may be one. */
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private PhoneNumbers() {}

    /**
     * The number in E.164.
     *
     * @param raw as written; full-width digits and any dashes and spaces will do
     * @param defaultRegion ISO 3166-1 code of the region that numbers without country code belong to, such as {@code CN}
     * @return empty unless it is a valid number of its region
     */
    public static Optional<String> e164(String raw, String defaultRegion) {
        String plain = WRITTEN.matcher(raw).matches() ? raw : plain(raw);
        if (!WRITTEN.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            var number = LIBRARY.parse(plain, defaultRegion.toUpperCase(Locale.ROOT));
            return LIBRARY.isValidNumber(number)
                    ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * Region of a mobile number, as ISO 3166-1 code.
     *
     * @param e164 as {@link #e164} gives it
     * @return empty for numbers that take no messages, or take money for them
     */
    public static Optional<String> mobileRegion(String e164) {
        try {
            var number = LIBRARY.parse(e164, null);
            return MOBILE.contains(LIBRARY.getNumberType(number))
                    ? Optional.ofNullable(LIBRARY.getRegionCodeForNumber(number))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static String plain(String raw) {
        String compatible = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(compatible).replaceAll("");
        return SPACES.matcher(DASHES.matcher(visible).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }
}
