package io.keycloakcrm.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How Chinese text sounds, in lower-case pinyin without tones; {@code ü} is {@code v}. */
final class Pinyin {

    /** Readings that fit given names better than the dictionary's first one. */
    private static final Map<String, String> IN_NAMES =
            Map.of("曾", "zeng", "长", "chang", "長", "chang", "那", "na", "隽", "jun", "蔚", "wei", "瞿", "qu", "贲", "ben");

    private Pinyin() {}

    /** The syllable of a Han character; empty for anything else and for rare characters beyond the dictionary. */
    static Optional<String> syllable(int codePoint) {
        String known = IN_NAMES.get(Character.toString(codePoint));
        if (known != null) {
            return Optional.of(known);
        }
        if (!Character.isBmpCodePoint(codePoint)
                || !com.github.promeg.pinyinhelper.Pinyin.isChinese((char) codePoint)) {
            return Optional.empty();
        }
        return Optional.of(
                com.github.promeg.pinyinhelper.Pinyin.toPinyin((char) codePoint).toLowerCase(Locale.ROOT));
    }

    /** Syllables of the Han characters and, between them, other words as they stand; punctuation and spaces are left out. */
    static List<String> syllables(String text) {
        var syllables = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            Optional<String> syllable = syllable(codePoint);
            if (syllable.isEmpty() && Character.isLetterOrDigit(codePoint)) {
                word.appendCodePoint(codePoint);
                return;
            }
            flush(word, syllables);
            syllable.ifPresent(syllables::add);
        });
        flush(word, syllables);
        return syllables;
    }

    private static void flush(StringBuilder word, List<String> into) {
        if (!word.isEmpty()) {
            into.add(word.toString());
            word.setLength(0);
        }
    }
}
