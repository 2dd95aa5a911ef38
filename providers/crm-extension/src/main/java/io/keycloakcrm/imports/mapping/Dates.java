package io.keycloakcrm.imports.mapping;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and instants. Years have four digits, so that 13/09/16 is refused rather than guessed. */
final class Dates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{4})( ?年 ?)(\\d{1,2}) ?月 ?(\\d{1,2})(?: ?[日号號])?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    /** What spreadsheets and databases append to a plain date. */
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0{1,2}:00(:00(\\.0+)?)?Z?$");

    private static final int FIRST_YEAR = 1900;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private Dates() {}

    /** A date as {@code 2016-09-13}. */
    static Reading date(String cell, DateOrder order) {
        return parse(cell, order).map(date -> Reading.of(date.toString())).orElseGet(Dates::invalid);
    }

    /** An instant, or the first moment of a date in the zone. */
    static Reading from(String cell, DateOrder order, ZoneId zone) {
        return instant(cell)
                .or(() -> parse(cell, order).map(date -> date.atStartOfDay(zone).toInstant()))
                .map(instant -> Reading.of(instant.toString()))
                .orElseGet(Dates::invalid);
    }

    /** An instant, or the end of a date in the zone: the date itself still counts, the first moment of the next day does not. */
    static Reading until(String cell, DateOrder order, ZoneId zone) {
        return instant(cell)
                .or(() -> parse(cell, order).map(date -> endOf(date, zone)))
                .map(instant -> Reading.of(instant.toString()))
                .orElseGet(Dates::invalid);
    }

    /** The date in a cell; empty if there is none, it does not exist, or its order would be a guess. */
    static Optional<LocalDate> parse(String cell, DateOrder order) {
        String text = plain(cell);
        for (Pattern pattern : new Pattern[] {YEAR_FIRST, CHINESE, COMPACT}) {
            Matcher date = pattern.matcher(text);
            if (date.matches()) {
                return of(date.group(1), date.group(3), date.group(4));
            }
        }
        Matcher date = YEAR_LAST.matcher(text);
        if (order == DateOrder.YMD || !date.matches()) {
            return Optional.empty();
        }
        return order == DateOrder.DMY
                ? of(date.group(4), date.group(3), date.group(1))
                : of(date.group(4), date.group(1), date.group(3));
    }

    private static String plain(String cell) {
        String text = Blank.strip(Normalizer.normalize(cell, Normalizer.Form.NFKC));
        return MIDNIGHT.matcher(text).replaceAll("");
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date).filter(any -> any.getYear() >= FIRST_YEAR);
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String cell) {
        try {
            var time = OffsetDateTime.parse(cell);
            boolean sensible = time.getYear() >= FIRST_YEAR && time.getYear() <= NEVER.getYear();
            return sensible ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeParseException notAnInstant) {
            return Optional.empty();
        }
    }

    private static Instant endOf(LocalDate date, ZoneId zone) {
        // The day after the last one has a year that other software cannot read.
        return date.equals(NEVER)
                ? date.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant()
                : date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Reading invalid() {
        return Reading.fault("crm.import.date-invalid");
    }
}
