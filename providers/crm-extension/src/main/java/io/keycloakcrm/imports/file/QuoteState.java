package io.keycloakcrm.imports.file;

/** Follows a record through its lines to know whether it goes on in the next one. */
final class QuoteState {

    private enum Place {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private Place place = Place.FIELD_START;

    QuoteState(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Whether a quoted field is still open at the end of this line of the record. */
    boolean isOpenAfter(String line) {
        for (int i = 0; i < line.length(); i++) {
            place = after(line.charAt(i));
        }
        return place == Place.QUOTED;
    }

    private Place after(char c) {
        boolean quote = c == '"';
        return switch (place) {
            case FIELD_START -> quote ? Place.QUOTED : unquoted(c);
            case UNQUOTED -> unquoted(c);
            case QUOTED -> quote ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> quote ? Place.QUOTED : unquoted(c);
        };
    }

    private Place unquoted(char c) {
        return c == delimiter ? Place.FIELD_START : Place.UNQUOTED;
    }
}
