package io.keycloakcrm.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads departments: levels parted by a separator, several departments by {@code ;}, {@code ；} or {@code |}.
 *
 * @param separator between the levels; they come out joined by {@code /}
 */
record DepartmentPaths(String separator) {

    static final String SEPARATOR = "/";
    static final String TRANSFORM = "department:";

    private static final Pattern VALID_SEPARATOR = Pattern.compile("[^\\s\\p{L}\\p{N};；,，]{1,3}");

    static DepartmentPaths of(@Nullable String transform) {
        return new DepartmentPaths(transform == null ? SEPARATOR : transform.substring(TRANSFORM.length()));
    }

    static boolean isTransform(String transform) {
        return transform.startsWith(TRANSFORM)
                && VALID_SEPARATOR
                        .matcher(transform.substring(TRANSFORM.length()))
                        .matches();
    }

    Reading read(String cell) {
        String lists = separator.contains("|") ? "[;；]" : "[;；|]";
        var paths = new ArrayList<String>();
        for (String text : cell.split(lists, -1)) {
            Optional<String> path = path(Blank.strip(text));
            if (path.isEmpty()) {
                return Reading.fault("crm.import.department-invalid", separator);
            }
            paths.add(path.get());
        }
        return Reading.of(
                paths.stream().filter(path -> !path.isEmpty()).distinct().toList());
    }

    /** Empty text for no department or the root; empty if a level has no name or one with a slash. */
    private Optional<String> path(String text) {
        String levels = separator.equals(SEPARATOR) ? text.replace('／', '/') : text;
        // Google writes the way from the root: /Sales/EMEA, and / for the root itself.
        String relative = levels.startsWith(separator) ? levels.substring(separator.length()) : levels;
        if (relative.isEmpty()) {
            return Optional.of("");
        }
        List<String> names = Pattern.compile(separator, Pattern.LITERAL)
                .splitAsStream(relative + separator)
                .map(Blank::strip)
                .toList();
        boolean sound = !relative.endsWith(separator)
                && names.stream().allMatch(name -> !name.isEmpty() && !name.contains(SEPARATOR));
        return sound ? Optional.of(String.join(SEPARATOR, names)) : Optional.empty();
    }
}
