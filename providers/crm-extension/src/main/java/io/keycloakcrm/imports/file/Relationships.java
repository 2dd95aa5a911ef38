package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which parts the workbook is made of. */
final class Relationships {

    private static final String PART = "xl/_rels/workbook.xml.rels";
    private static final int MAX = 10_000;

    private final Map<String, Target> byId = new HashMap<>();

    private Relationships() {}

    static Relationships read(ZipParts parts) throws FileRefused, IOException {
        Relationships found = new Relationships();
        try (XmlPart xml = XmlPart.open(parts, PART)) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    found.add(xml.attribute("Id"), xml.attribute("Type"), xml.attribute("Target"));
                }
            }
        }
        return found;
    }

    private void add(@Nullable String id, @Nullable String type, @Nullable String target) throws FileRefused {
        if (id == null || type == null || target == null || byId.size() == MAX) {
            throw XmlPart.damaged();
        }
        // The namespace before it is another one in the strict form of the format.
        byId.put(id, new Target(type.substring(type.lastIndexOf('/') + 1), path(target)));
    }

    /** A target is relative to the workbook, or begins with a slash. One outside the archive is simply not in it. */
    private static String path(String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String segment : (target.startsWith("/") ? target : "xl/" + target).split("/", -1)) {
            if (segment.equals("..")) {
                path.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                path.addLast(segment);
            }
        }
        return String.join("/", path);
    }

    /** The part that this id names, if it is of this type. */
    Optional<String> part(@Nullable String id, String type) {
        return Optional.ofNullable(id == null ? null : byId.get(id))
                .filter(target -> target.type().equals(type))
                .map(Target::part);
    }

    /** The part of this type, of which there is at most one. */
    Optional<String> part(String type) {
        return byId.values().stream()
                .filter(target -> target.type().equals(type))
                .map(Target::part)
                .findFirst();
    }

    private record Target(String type, String part) {}
}
