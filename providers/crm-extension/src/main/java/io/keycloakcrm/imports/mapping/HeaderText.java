package io.keycloakcrm.imports.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a header apart into what may be its name and the hints around it. */
final class HeaderText {

    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)?");
    private static final Pattern BRACKETS = Pattern.compile("[\\[【〔]([^\\[\\]【】〔〕]*)[\\]】〕]?");
    private static final Pattern REQUIRED = Pattern.compile("\\b(required|optional)\\s*$|必填项?|必填項|必需|选填|選填");
    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LANGUAGES =
            Pattern.compile("[/|\\n]+|(?<=\\p{IsHan})\\s*(?=\\p{IsLatin})|(?<=\\p{IsLatin})\\s*(?=\\p{IsHan})");

    /** {@code 以-隔开}, {@code 用“/”分隔}, {@code separated by "-"}; never what parts several departments. */
    private static final Pattern SEPARATOR =
            Pattern.compile("(?:[以用]|separated (?:by|with))\\s*[\"'“”‘’「」(]?([-/\\\\>_.:→~—–])");

    private final String text;

    private HeaderText(String text) {
        this.text = text;
    }

    static HeaderText of(String header) {
        String compatible = Normalizer.normalize(header, Normalizer.Form.NFKC);
        return new HeaderText(compatible.toLowerCase(Locale.ROOT));
    }

    /** Letters and digits of a text, in the form of the alias tables. */
    static String key(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_NAME.matcher(compatible).replaceAll("");
    }

    /**
     * Possible names, the most telling first: what stands in brackets, which names an attribute in every language of a
     * template, then what stands outside of them. A name in brackets comes with them and, after that, without.
     */
    List<String> names() {
        String plain = withoutHints();
        var names = new ArrayList<String>();
        Matcher bracket = BRACKETS.matcher(plain);
        while (bracket.find()) {
            String name = key(bracket.group(1));
            names.add("[" + name + "]");
            names.add(name);
        }
        String outside = BRACKETS.matcher(plain).replaceAll(" ");
        names.add(key(outside));
        names.add(key(REQUIRED.matcher(outside.strip()).replaceAll("")));
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    /** The names in a header that repeats itself in a second language, as {@code 邮箱/Email}; else empty. */
    List<String> bilingual() {
        String outside = BRACKETS.matcher(withoutHints()).replaceAll(" ");
        List<String> parts = LANGUAGES
                .splitAsStream(REQUIRED.matcher(outside.strip()).replaceAll(""))
                .map(HeaderText::key)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }

    /** The separator between the levels of a department that the header's hint names. */
    Optional<String> separator() {
        Matcher matcher = SEPARATOR.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String withoutHints() {
        return PARENTHESES.matcher(text).replaceAll(" ");
    }
}
