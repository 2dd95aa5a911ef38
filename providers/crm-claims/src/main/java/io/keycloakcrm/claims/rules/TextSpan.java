package io.keycloakcrm.claims.rules;

import java.util.ArrayList;
import java.util.List;

/** A part of a text without the blanks around it, and where in the whole it begins. */
record TextSpan(String text, int position) {

    static TextSpan of(String text, int position) {
        int blanks = text.length() - text.stripLeading().length();
        return new TextSpan(text.strip(), position + blanks);
    }

    List<TextSpan> split(char separator) {
        List<TextSpan> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            parts.add(of(text.substring(from, to), position + from));
            from = to + 1;
        }
        parts.add(of(text.substring(from), position + from));
        return parts;
    }

    /** What stands before the first separator and what stands after it; the whole alone if there is none. */
    List<TextSpan> splitAtFirst(char separator) {
        int at = text.indexOf(separator);
        return at < 0
                ? List.of(this)
                : List.of(of(text.substring(0, at), position), of(text.substring(at + 1), position + at + 1));
    }

    ScopeSyntaxException fault(ScopeFault fault) {
        return new ScopeSyntaxException(fault, position);
    }
}
