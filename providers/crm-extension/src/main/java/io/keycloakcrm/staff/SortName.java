package io.keycloakcrm.staff;

/** The order of names in lists: Chinese names by their sound, as in any Chinese address book, among the Latin ones. */
final class SortName {

    private SortName() {}

    static String of(String name) {
        if (!PersonName.isCjk(name)) {
            return SearchText.query(name);
        }
        int length = ChineseSurnames.lengthIn(name);
        String surname = name.substring(0, length);
        String reading = ChineseSurnames.reading(surname);
        String family = reading.isEmpty() ? String.join(" ", Pinyin.syllables(surname)) : reading;
        String given = String.join(" ", Pinyin.syllables(name.substring(length)));
        // The characters last, so that people of the same sound stand together by character.
        return (family + " " + given + " " + name).strip();
    }
}
