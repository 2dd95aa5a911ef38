package io.keycloakcrm.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON value with the place where it stands, so that every refusal can name it. A null is refused wherever it stands. */
record ClaimValue(Object value, String path) {

    private static final Pattern PLAIN = Pattern.compile("\\w+");

    static ClaimValue of(@Nullable Object value, String path) {
        if (value == null) {
            throw new MalformedClaimException(path, "is null");
        }
        return new ClaimValue(value, path);
    }

    Optional<ClaimValue> member(String name) {
        Map<?, ?> object = object();
        return object.containsKey(name) ? Optional.of(of(object.get(name), below(name))) : Optional.empty();
    }

    ClaimValue required(String name) {
        return member(name).orElseThrow(() -> new MalformedClaimException(below(name), "is missing"));
    }

    /** An object whose names are data, in its order. */
    Map<String, ClaimValue> members() {
        Map<String, ClaimValue> members = new LinkedHashMap<>();
        object().forEach((name, member) -> members.put(String.valueOf(name), of(member, below(String.valueOf(name)))));
        return members;
    }

    List<ClaimValue> elements() {
        if (!(value instanceof Collection<?> collection)) {
            throw malformed("is not an array");
        }
        List<ClaimValue> elements = new ArrayList<>(collection.size());
        for (Object element : collection) {
            elements.add(of(element, path + "[" + elements.size() + "]"));
        }
        return elements;
    }

    /** A string with something in it. */
    String text() {
        if (!(value instanceof String text)) {
            throw malformed("is not a string");
        }
        if (text.isEmpty()) {
            throw malformed("is empty");
        }
        return text;
    }

    /** An array of such strings. */
    List<String> texts() {
        return elements().stream().map(ClaimValue::text).toList();
    }

    /** The same with something in it: whether an empty list means nothing or everything is not left to the reader. */
    List<String> someTexts() {
        List<String> texts = texts();
        if (texts.isEmpty()) {
            throw malformed("is an empty array");
        }
        return texts;
    }

    DepartmentSet departmentSet() {
        return DepartmentSet.of(someTexts());
    }

    long integer() {
        // Libraries differ: Integer, Long, BigDecimal, even a Double.
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw malformed("is not an integer");
    }

    MalformedClaimException malformed(String reason) {
        return new MalformedClaimException(path, reason);
    }

    private Map<?, ?> object() {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw malformed("is not an object");
    }

    private String below(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return path + "['" + name + "']";
        }
        return path.isEmpty() ? name : path + "." + name;
    }
}
