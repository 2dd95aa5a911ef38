package io.keycloakcrm.imports.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the cells of one column say together about the order of day and month. */
final class DateEvidence {

    /** Answers to the question that an undecided column raises. */
    static final List<String> CHOICES = List.of(DateOrder.DMY.transform(), DateOrder.MDY.transform());

    private boolean dayFirst;
    private boolean monthFirst;
    private boolean either;
    private boolean yearLast;

    void add(String cell) {
        if (Dates.parse(cell, DateOrder.YMD).isPresent()) {
            return;
        }
        Optional<LocalDate> asDayFirst = Dates.parse(cell, DateOrder.DMY);
        Optional<LocalDate> asMonthFirst = Dates.parse(cell, DateOrder.MDY);
        yearLast |= asDayFirst.isPresent() || asMonthFirst.isPresent();
        dayFirst |= asDayFirst.isPresent() && asMonthFirst.isEmpty();
        monthFirst |= asDayFirst.isEmpty() && asMonthFirst.isPresent();
        either |= asDayFirst.isPresent() && asMonthFirst.isPresent() && !asDayFirst.equals(asMonthFirst);
    }

    /** The one order in which all dates of the column can be read; empty if a person has to say. */
    Optional<DateOrder> order() {
        if (!yearLast) {
            return Optional.of(DateOrder.YMD);
        }
        if (dayFirst == monthFirst) {
            // 05/05/2025 is the same day either way.
            return dayFirst || either ? Optional.empty() : Optional.of(DateOrder.DMY);
        }
        return Optional.of(dayFirst ? DateOrder.DMY : DateOrder.MDY);
    }
}
