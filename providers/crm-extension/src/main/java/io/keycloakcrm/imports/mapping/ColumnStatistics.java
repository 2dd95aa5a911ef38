package io.keycloakcrm.imports.mapping;

import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of one column after any number of rows; its size does not depend on theirs. */
final class ColumnStatistics {

    private static final int SAMPLES = 5;
    private static final Set<String> DATES =
            Set.of(StaffField.HIRE_DATE.id(), StaffField.VALID_FROM.id(), StaffField.VALID_UNTIL.id());

    private final int index;
    private final String header;
    private final List<Alias> aliases;
    private final boolean password;
    private final Set<String> samples = new LinkedHashSet<>();
    private final DateEvidence dates = new DateEvidence();
    private boolean misfits;

    ColumnStatistics(int index, String header, List<Alias> aliases, boolean password) {
        this.index = index;
        this.header = header;
        this.aliases = List.copyOf(aliases);
        this.password = password;
    }

    static ColumnStatistics of(int index, String header, OwnAttributes own) {
        if (HeaderAliases.isPassword(header)) {
            return new ColumnStatistics(index, header, List.of(), true);
        }
        if (HeaderAliases.isResult(header)) {
            return new ColumnStatistics(index, header, List.of(), false);
        }
        List<Alias> aliases = own.alias(header).map(List::of).orElseGet(() -> HeaderAliases.aliases(header));
        return new ColumnStatistics(index, header, aliases, false);
    }

    void accept(String cell) {
        if (password || Blank.isInvisible(cell)) {
            return;
        }
        if (samples.size() < SAMPLES) {
            samples.add(ShortText.of(cell));
        }
        if (aliases.stream().map(Alias::field).anyMatch(DATES::contains)) {
            dates.add(cell);
        }
        misfits |= aliases.stream().anyMatch(alias -> alias.tentative() && !fits(alias, cell));
    }

    int index() {
        return index;
    }

    /** The fields that the column may be, the likeliest first; none if it is not to be imported. */
    List<Alias> aliases() {
        return misfits ? List.of() : aliases;
    }

    /** Why the column is ignored although no other one is preferred to it. */
    String reason() {
        if (password) {
            return "crm.import.column-password";
        }
        return HeaderAliases.isResult(header) ? "crm.import.column-result" : "crm.import.column-unknown";
    }

    Column mapped(Alias alias) {
        String transform = alias.transform();
        if (DATES.contains(alias.field())) {
            transform = dates.order().map(DateOrder::transform).orElse(null);
        }
        return new Column(index, header, alias.field(), transform, null, List.copyOf(samples));
    }

    Column ignored(String reason) {
        return new Column(index, header, null, null, reason, List.copyOf(samples));
    }

    /** The question that dates raise whose order cannot be told. */
    Optional<Question> question(Alias alias) {
        return DATES.contains(alias.field()) && dates.order().isEmpty()
                ? Optional.of(new Question("crm.import.date-ambiguous", List.of(index), DateEvidence.CHOICES))
                : Optional.empty();
    }

    private static boolean fits(Alias alias, String cell) {
        return CellReader.of(alias.field(), alias.transform(), "ZZ", ZoneOffset.UTC)
                        .read(cell)
                        .fault()
                == null;
    }
}
