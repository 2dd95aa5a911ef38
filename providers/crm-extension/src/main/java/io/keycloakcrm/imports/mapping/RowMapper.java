package io.keycloakcrm.imports.mapping;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.staff.PersonName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes typed values of the cells of a row. Names, positions and the realm's own attributes are passed exactly as written. */
public final class RowMapper {

    private final Map<Integer, String> fields = new TreeMap<>();
    private final Map<Integer, CellReader> readers = new HashMap<>();

    /**
     * @param columns a mapping without open questions
     * @param defaultRegion ISO 3166-1 code of the region of telephone numbers without country code
     * @param zone where the days of {@code validFrom} and {@code validUntil} begin and end
     */
    public RowMapper(List<Column> columns, String defaultRegion, ZoneId zone) {
        for (Column column : columns) {
            String field = column.field();
            if (field != null) {
                fields.put(column.index(), field);
                readers.put(column.index(), CellReader.of(field, column.transform(), defaultRegion, zone));
            }
        }
    }

    /** The row's values; what cannot be read is a fault of its column, never a guess. */
    public MappedRow map(FileRow row) {
        List<RowFault> faults = relevant(row.faults());
        if (faults.stream().anyMatch(fault -> fault.column() == null)) {
            return new MappedRow(row.row(), row.line(), Map.of(), faults);
        }
        Set<Integer> atFault = new HashSet<>();
        faults.forEach(fault -> atFault.add(fault.column()));
        var values = new HashMap<String, List<String>>();
        fields.forEach((column, field) -> {
            if (!atFault.contains(column) && column < row.cells().size()) {
                read(column, field, row.cells().get(column), values, faults);
            }
        });
        splitName(values);
        return new MappedRow(row.row(), row.line(), values, faults);
    }

    private List<RowFault> relevant(List<RowFault> faults) {
        return new ArrayList<>(faults.stream()
                .filter(fault -> fault.column() == null || fields.containsKey(fault.column()))
                .toList());
    }

    private void read(int column, String field, String cell, Map<String, List<String>> values, List<RowFault> faults) {
        Reading reading = readers.getOrDefault(column, any -> Reading.NOTHING).read(cell);
        String fault = reading.fault();
        if (fault != null) {
            faults.add(new RowFault(fault, column, ShortText.of(cell), reading.params()));
        } else if (!reading.values().isEmpty()) {
            values.put(field, reading.values());
        }
    }

    private static void splitName(Map<String, List<String>> values) {
        List<String> full = values.remove(StaffField.NAME.id());
        if (full == null) {
            return;
        }
        PersonName name = PersonName.split(full.get(0));
        values.putIfAbsent(StaffField.LAST_NAME.id(), List.of(name.lastName()));
        values.putIfAbsent(
                StaffField.FIRST_NAME.id(), name.firstName().isEmpty() ? List.of() : List.of(name.firstName()));
    }
}
