package io.keycloakcrm.staff;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text by which a person is found: whatever somebody types, put through {@link #query}, is a substring of it if it
 * fits. Names match as written, without diacritics ({@code muller}), in pinyin ({@code zhouchaoping}, {@code zhou
 * chaoping}) and by initials ({@code zcp}); a surname that is read in a way of its own ({@code 单} as shan) matches by
 * both readings.
 */
public final class SearchText {

    /** Longest text that is made; what stands first survives: the parts as written before their sounds. */
    public static final int MAX_CHARACTERS = 1000;

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    /**
     * Search text of a person.
     *
     * @param parts what the person can be found by; the name as one part, as {@link PersonName#display} writes it
     * @return at most {@link #MAX_CHARACTERS} characters, lower-case
     */
    public static String of(String... parts) {
        var words = new LinkedHashSet<String>();
        for (String part : parts) {
            words.add(query(part));
        }
        var written = List.copyOf(words);
        written.forEach(word -> words.add(withoutDiacritics(word)));
        written.forEach(word -> addSounds(word, words));
        words.remove("");
        return cut(String.join(" ", words));
    }

    /** What a person types into a search box, in the form of the search text; empty if nothing is left of it. */
    public static String query(String typed) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return cut(GAPS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT));
    }

    private static void addSounds(String word, Collection<String> into) {
        if (word.codePoints().noneMatch(codePoint -> Pinyin.syllable(codePoint).isPresent())) {
            return;
        }
        int length = ChineseSurnames.lengthIn(word);
        List<String> surname = Pinyin.syllables(word.substring(0, length));
        List<String> given = Pinyin.syllables(word.substring(length));
        String reading = ChineseSurnames.reading(word.substring(0, length));
        if (!reading.isEmpty()) {
            addReading(List.of(reading.split(" ", -1)), given, into);
        }
        addReading(surname, given, into);
    }

    private static void addReading(List<String> surname, List<String> given, Collection<String> into) {
        var all = new ArrayList<>(surname);
        all.addAll(given);
        var initials = new StringBuilder();
        all.forEach(syllable -> initials.appendCodePoint(syllable.codePointAt(0)));
        into.add(String.join("", all));
        into.add(initials.toString());
        into.add(String.join(" ", all));
        // "zhou chaoping zhou": family name first and last in one go.
        String family = String.join("", surname);
        into.add(family + " " + String.join("", given) + " " + family);
        // Passports write ü as yu: 吕 is lv to a keyboard and lyu on paper.
        String passport = String.join("", all).replaceAll("(?<=[ln])v", "yu");
        into.add(passport);
    }

    private static String withoutDiacritics(String word) {
        String bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, halved ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }
}
