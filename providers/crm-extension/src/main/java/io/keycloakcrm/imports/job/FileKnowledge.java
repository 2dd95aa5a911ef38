package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.mapping.MappedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole file can tell about a row: whether an earlier one has its keys, and where its manager stands.
 * Keeps no row.
 */
final class FileKnowledge {

    private static final List<StaffField> KEYS =
            List.of(StaffField.EMPLOYEE_NUMBER, StaffField.EMAIL, StaffField.USERNAME);

    /** A tree of departments larger than this is a mapping gone wrong. */
    private static final int MAX_DEPARTMENTS = 50_000;

    private final Map<StaffField, Integer> keyColumns = new EnumMap<>(StaffField.class);
    private final Map<StaffField, KeyIndex> keys = new EnumMap<>(StaffField.class);
    private final KeyIndex names = new KeyIndex();
    private final TreeSet<String> departments = new TreeSet<>();
    private final ManagerLinks links = new ManagerLinks();
    private final @Nullable Integer managerColumn;
    private int rows;

    /**
     * Knows nothing yet.
     *
     * @param columns index of the column by field, for the fields that are mapped
     * @param sharedEmails whether several people may have one e-mail address
     */
    FileKnowledge(Map<StaffField, Integer> columns, boolean sharedEmails) {
        managerColumn = columns.get(StaffField.MANAGER);
        for (StaffField key : KEYS) {
            @Nullable Integer column = columns.get(key);
            if (column != null && !(sharedEmails && key == StaffField.EMAIL)) {
                keyColumns.put(key, column);
                keys.put(key, new KeyIndex());
            }
        }
    }

    /** Before the row is completed; where managers are named, for all rows before any is linked. */
    void learn(MappedRow row) throws FileRefused {
        rows = Math.toIntExact(row.row());
        keys.forEach((field, index) -> {
            @Nullable String value = RowKeys.value(row, field);
            if (value != null) {
                index.putIfAbsent(RowKeys.comparable(field, value), rows);
            }
        });
        if (managerColumn != null) {
            RowKeys.names(row).forEach(name -> names.putOrMark(name, rows));
        }
        for (String path : row.values().getOrDefault(StaffField.DEPARTMENT.id(), List.of())) {
            learnDepartment(path);
        }
    }

    private void learnDepartment(String path) throws FileRefused {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            departments.add(path.substring(0, slash));
        }
        departments.add(path);
        if (departments.size() > MAX_DEPARTMENTS) {
            throw new FileRefused("crm.import.too-many-departments", String.valueOf(MAX_DEPARTMENTS));
        }
    }

    /** For each row again, once all are learned: follows the references to managers, which may stand further down. */
    void link(MappedRow row) {
        @Nullable String reference = RowKeys.value(row, StaffField.MANAGER);
        if (reference != null) {
            links.set(Math.toIntExact(row.row()), rowOf(reference));
        }
    }

    /** Once all rows are linked. */
    void findCircles() {
        links.findCircles(rows);
    }

    private int rowOf(String reference) {
        for (StaffField key : List.of(StaffField.EMPLOYEE_NUMBER, StaffField.EMAIL)) {
            @Nullable KeyIndex index = keys.get(key);
            int found = index == null ? KeyIndex.NONE : index.get(KeyIndex.digest(RowKeys.comparable(key, reference)));
            if (found != KeyIndex.NONE) {
                return found;
            }
        }
        return names.get(KeyIndex.digest(RowKeys.name(reference)));
    }

    /** The row with what the file has against it and with its manager's row. */
    PreparedRow complete(MappedRow row) {
        int number = Math.toIntExact(row.row());
        List<RowFault> faults = new ArrayList<>(row.faults());
        keys.forEach((field, index) -> {
            @Nullable String value = RowKeys.value(row, field);
            int first = value == null ? number : index.get(KeyIndex.digest(RowKeys.comparable(field, value)));
            if (first != number) {
                faults.add(fault("crm.import.duplicate-in-file", keyColumns.get(field), value, String.valueOf(first)));
            }
        });
        int manager = links.get(number);
        @Nullable String reference = RowKeys.value(row, StaffField.MANAGER);
        if (manager == KeyIndex.SEVERAL) {
            faults.add(fault("crm.import.manager-ambiguous", managerColumn, reference));
        } else if (links.isInCircle(number)) {
            faults.add(fault("crm.import.manager-circle", managerColumn, reference));
        }
        MappedRow complete = new MappedRow(row.row(), row.line(), row.values(), faults);
        return new PreparedRow(complete, manager > KeyIndex.NONE ? (long) manager : null);
    }

    private static RowFault fault(String code, @Nullable Integer column, @Nullable String value, String... params) {
        return new RowFault(code, column, value, List.of(params));
    }

    /** Every department of the file and those above it, parents first. */
    List<String> departments() {
        return List.copyOf(departments);
    }

    /** Data rows of the file. */
    int rows() {
        return rows;
    }
}
