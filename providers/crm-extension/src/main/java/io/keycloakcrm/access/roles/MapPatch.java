package io.keycloakcrm.access.roles;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of lists of texts by name, as in a JSON Merge Patch (RFC 7396): what is not named stays.
 *
 * @param clears whether everything that is not named goes
 * @param entries what is named; an empty list takes it away
 */
record MapPatch(boolean clears, Map<String, List<String>> entries) {

    static final MapPatch NONE = new MapPatch(false, Map.of());
    static final MapPatch CLEAR = new MapPatch(true, Map.of());

    MapPatch {
        entries = Map.copyOf(entries);
    }

    /** The lists after the change, in the order of their names. */
    Map<String, List<String>> applyTo(Map<String, List<String>> present) {
        Map<String, List<String>> changed = new TreeMap<>();
        if (!clears) {
            changed.putAll(present);
        }
        entries.forEach((name, values) -> {
            if (values.isEmpty()) {
                changed.remove(name);
            } else {
                changed.put(name, values);
            }
        });
        return changed;
    }
}
