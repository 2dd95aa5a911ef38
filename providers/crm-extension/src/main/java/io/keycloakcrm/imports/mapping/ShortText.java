package io.keycloakcrm.imports.mapping;

/** Cell texts where they are shown and stored beside the file: never longer than a person wants to read. */
final class ShortText {

    private static final int MAX_CHARACTERS = 200;

    private ShortText() {}

    static String of(String cell) {
        if (cell.length() <= MAX_CHARACTERS) {
            return cell;
        }
        boolean halved = Character.isHighSurrogate(cell.charAt(MAX_CHARACTERS - 1));
        return cell.substring(0, halved ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }
}
