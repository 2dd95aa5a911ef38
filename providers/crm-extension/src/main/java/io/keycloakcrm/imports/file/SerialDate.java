package io.keycloakcrm.imports.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Days as spreadsheets count them, in ISO form: {@code 2016-09-13}, {@code 2016-09-13T08:30}, {@code 08:30}.
 *
 * @param from1904 whether 0 is the first day of 1904; else 1 is the first of 1900, and 60 a 29 February that never was
 */
record SerialDate(boolean from1904) {

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The text of a number shown as a date; empty if it is none. */
    Optional<String> text(BigDecimal number) {
        BigDecimal seconds = number.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP);
        if (number.signum() < 0 || seconds.precision() > 15) {
            return Optional.empty();
        }
        BigDecimal[] parts = seconds.divideAndRemainder(SECONDS_OF_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(parts[1].longValueExact());
        long day = parts[0].longValueExact();
        return day == 0 ? Optional.of(time.toString()) : date(day).map(date -> text(date, time));
    }

    private static String text(LocalDate date, LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : LocalDateTime.of(date, time).toString();
    }

    private Optional<LocalDate> date(long day) {
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        boolean exists = day <= LAST.toEpochDay() - zero.toEpochDay() && (from1904 || day != 60);
        return exists ? Optional.of(zero.plusDays(day)) : Optional.empty();
    }
}
