package io.keycloakcrm.staff;

import java.util.List;

/** The order of names in lists: Chinese names by their sound, as in any Chinese address book, among the Latin ones. */
final class SortName {

    private SortName() {}

    static String of(String name) {
        if (!PersonName.isCjk(name)) {
            return SearchText.query(name);
        }
        int surname = ChineseSurnames.lengthIn(name);
        List<String> family = Pinyin.syllables(name.substring(0, surname));
        List<String> given = Pinyin.syllables(name.substring(surname));
        // The characters last, so that people of the same sound stand together by character.
        return (String.join(" ", family) + " " + String.join(" ", given) + " " + name).strip();
    }
}
