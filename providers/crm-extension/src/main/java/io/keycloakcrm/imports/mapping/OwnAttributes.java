package io.keycloakcrm.imports.mapping;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The realm's own profile attributes that may be imported: an allow-list, no header can name anything beyond it. */
final class OwnAttributes {

    private static final int PRIORITY = 100;

    private final Map<String, String> namesByHeader = new HashMap<>();

    /**
     * @param labels by attribute name, in any number of languages
     */
    OwnAttributes(Map<String, ? extends Collection<String>> labels) {
        labels.forEach((name, own) -> own.forEach(label -> put(label, name)));
        // Last, because a name is surer than another attribute's label.
        labels.keySet().forEach(name -> put(name, name));
    }

    Optional<Alias> alias(String header) {
        return Optional.ofNullable(namesByHeader.get(key(header))).map(name -> new Alias(name, PRIORITY, null, false));
    }

    private void put(String header, String name) {
        if (!key(header).isEmpty() && StaffField.byId(name).isEmpty()) {
            namesByHeader.put(key(header), name);
        }
    }

    private static String key(String header) {
        return Blank.strip(Normalizer.normalize(header, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }
}
