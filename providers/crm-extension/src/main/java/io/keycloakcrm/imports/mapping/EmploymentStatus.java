package io.keycloakcrm.imports.mapping;

import java.util.Map;
import java.util.Set;

/** Reads what personnel departments call the states of employment. */
final class EmploymentStatus {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "active", Set.of("active", "employed", "working", "在职", "在職", "在岗", "在崗", "正式", "试用", "試用", "试用期", "試用期"),
            "on_leave",
                    Set.of(
                            "onleave",
                            "leave",
                            "leaveofabsence",
                            "sabbatical",
                            "休假",
                            "休假中",
                            "产假",
                            "產假",
                            "病假",
                            "停薪留职",
                            "停薪留職",
                            "留职停薪",
                            "留職停薪"),
            "left",
                    Set.of(
                            "left",
                            "terminated",
                            "resigned",
                            "retired",
                            "former",
                            "离职",
                            "離職",
                            "已离职",
                            "已離職",
                            "退休",
                            "已退休",
                            "辞职",
                            "辭職"));

    private EmploymentStatus() {}

    static Reading read(String cell) {
        String word = HeaderText.key(cell);
        return WORDS.entrySet().stream()
                .filter(status -> status.getValue().contains(word))
                .findFirst()
                .map(status -> Reading.of(status.getKey()))
                .orElseGet(() -> Reading.fault("crm.import.status-invalid"));
    }
}
