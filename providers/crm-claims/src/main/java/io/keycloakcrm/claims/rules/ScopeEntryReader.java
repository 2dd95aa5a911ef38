package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.DataScopeLevel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code level[;departments=…][;regions=…]}. */
final class ScopeEntryReader {

    private static final String DEPARTMENTS = "departments";
    private static final String REGIONS = "regions";

    // In full width too: somebody who types Chinese meant a separator, and would get one long name.
    private static final Pattern FORBIDDEN = Pattern.compile("[;,=；，＝\\p{Cntrl}]");

    private final List<TextSpan> parts;
    private final Map<String, Set<String>> conditions = new HashMap<>();

    ScopeEntryReader(TextSpan text) {
        this.parts = text.split(';');
    }

    ScopeEntry entry() {
        TextSpan first = parts.get(0);
        DataScopeLevel level = DataScopeLevel.of(first.text()).orElseThrow(() -> first.fault(ScopeFault.LEVEL_UNKNOWN));
        parts.stream().skip(1).forEach(this::condition);
        if (level == DataScopeLevel.ALL && !conditions.isEmpty()) {
            throw parts.get(1).fault(ScopeFault.ALL_RESTRICTED);
        }
        if (level == DataScopeLevel.CUSTOM && conditions.isEmpty()) {
            throw first.fault(ScopeFault.CUSTOM_UNRESTRICTED);
        }
        return new ScopeEntry(
                level, conditions.getOrDefault(DEPARTMENTS, Set.of()), conditions.getOrDefault(REGIONS, Set.of()));
    }

    private void condition(TextSpan part) {
        List<TextSpan> sides = part.splitAtFirst('=');
        String name = sides.get(0).text();
        if (!name.equals(DEPARTMENTS) && !name.equals(REGIONS)) {
            throw part.fault(ScopeFault.CONDITION_UNKNOWN);
        }
        if (sides.size() == 1) {
            throw part.fault(ScopeFault.VALUE_EMPTY);
        }
        Set<String> values = new LinkedHashSet<>();
        sides.get(1).split(',').forEach(value -> values.add(value(value)));
        if (conditions.put(name, values) != null) {
            throw part.fault(ScopeFault.CONDITION_REPEATED);
        }
    }

    private static String value(TextSpan value) {
        if (value.text().isEmpty()) {
            throw value.fault(ScopeFault.VALUE_EMPTY);
        }
        if (FORBIDDEN.matcher(value.text()).find()) {
            throw value.fault(ScopeFault.CHARACTER_FORBIDDEN);
        }
        return value.text();
    }
}
