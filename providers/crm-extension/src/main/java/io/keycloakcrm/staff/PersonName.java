package io.keycloakcrm.staff;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in the two parts Keycloak stores.
 *
 * @param lastName family name; the whole name where it has no such part (one word, or parted by an interpunct)
 * @param firstName given name; empty if there is none
 */
public record PersonName(String lastName, String firstName) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INTERPUNCT = Pattern.compile("[·•‧・･∙⋅]");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq");

    /**
     * Splits a full name. Chinese and Korean names by surname ({@code 诸葛桂秀} to 诸葛 and 桂秀) or, where there is a space,
     * there; other names by their last space, so that everything before it is the given name; {@code Smith, Tom} by its
     * comma, but {@code Tom Smith, Jr.} is Tom of the family {@code Smith, Jr.}. A name of one word and a name with an
     * interpunct ({@code 阿依古丽·买买提}) are not taken apart: all of it is the last name, so that it is shown as written.
     */
    public static PersonName split(String fullName) {
        String name = Spaces.strip(fullName);
        if (isCjkStart(name)) {
            return splitCjk(name);
        }
        int comma = name.indexOf(',');
        if (comma > 0 && !isSuffix(name.substring(comma + 1))) {
            return new PersonName(Spaces.strip(name.substring(0, comma)), Spaces.strip(name.substring(comma + 1)));
        }
        return splitAtLastSpace(name);
    }

    /** The name as people read it: {@code 周超平} without a space, {@code Anna Müller} with one. */
    public static String display(String firstName, String lastName) {
        if (firstName.isEmpty() || lastName.isEmpty()) {
            return lastName + firstName;
        }
        return isCjk(lastName) && isCjkStart(firstName) ? lastName + firstName : firstName + " " + lastName;
    }

    /** How lists and mails call a user: by his name or, where he has none, by his user name. */
    public static String display(@Nullable String firstName, @Nullable String lastName, String username) {
        String name = display(Objects.requireNonNullElse(firstName, ""), Objects.requireNonNullElse(lastName, ""));
        return name.isBlank() ? username : name;
    }

    /** Whether the text has letters and all of them are Chinese, Japanese or Korean. */
    public static boolean isCjk(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().filter(Character::isLetter).allMatch(PersonName::isCjk);
    }

    private static boolean isCjkStart(String text) {
        return !text.isEmpty() && isCjk(text.codePointAt(0));
    }

    private static boolean isCjk(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> codePoint == 'ー' || codePoint == '々';
        };
    }

    private static PersonName splitCjk(String name) {
        if (INTERPUNCT.matcher(name).find()) {
            return new PersonName(name, "");
        }
        String[] words = SPACES.split(name, 2);
        if (words.length == 2) {
            return new PersonName(words[0], words[1]);
        }
        // Where a Japanese family name ends cannot be told from its letters.
        if (name.codePoints().anyMatch(PersonName::isKana)) {
            return new PersonName(name, "");
        }
        int surname = ChineseSurnames.lengthIn(name);
        return new PersonName(name.substring(0, surname), name.substring(surname));
    }

    private static boolean isKana(int codePoint) {
        var script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    private static PersonName splitAtLastSpace(String name) {
        String[] words = SPACES.split(name, -1);
        int last = words.length - 1;
        while (last > 1 && isSuffix(words[last])) {
            last--;
        }
        if (last == 0 || (last == 1 && isSuffix(words[1]))) {
            return new PersonName(name, "");
        }
        int family = 0;
        var matcher = SPACES.matcher(name);
        for (int word = 0; word < last && matcher.find(); word++) {
            family = matcher.end();
        }
        return new PersonName(name.substring(family), Spaces.strip(name.substring(0, family)));
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(
                Spaces.strip(word).replace(".", "").replace(",", "").toLowerCase(Locale.ROOT));
    }
}
