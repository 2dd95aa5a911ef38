package io.keycloakcrm.imports.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which field a column's header stands for: in Chinese and English, in the templates and exports people really have. */
public final class HeaderAliases {

    private static final Map<String, Alias> ALIASES = AliasTable.byName();

    /** Looked for anywhere in the header: a password must not slip through because a template words it anew. */
    private static final Pattern PASSWORD = Pattern.compile("password|passwd|passphrase|passwort|密码|密碼|口令");

    private static final Set<String> PASSWORD_NAMES = Set.of("pwd", "pass", "secret");
    private static final Pattern RESULT = Pattern.compile("\\s*crm_(result|error).*", Pattern.DOTALL);

    private HeaderAliases() {}

    /** Whether a cell is the header of a column we know; what finds the header row below a template's notes. */
    public static boolean knows(String headerCell) {
        return isPassword(headerCell)
                || isResult(headerCell)
                || !aliases(headerCell).isEmpty();
    }

    /** Whether the column holds passwords or what goes with them: such columns are never read. */
    public static boolean isPassword(String header) {
        String key = HeaderText.key(header);
        return PASSWORD.matcher(key).find()
                || HeaderText.of(header).names().stream().anyMatch(PASSWORD_NAMES::contains);
    }

    /** Whether the column is one of those that our own result files add. */
    public static boolean isResult(String header) {
        return RESULT.matcher(header.toLowerCase(Locale.ROOT)).matches();
    }

    /** The fields that the header stands for, the likeliest first; empty if it is unknown. */
    static List<Alias> aliases(String header) {
        var text = HeaderText.of(header);
        Optional<Alias> alias = text.names().stream()
                .filter(ALIASES::containsKey)
                .map(ALIASES::get)
                .findFirst()
                .or(() -> bilingual(text));
        return alias.map(found -> withFallback(withSeparator(found, text))).orElse(List.of());
    }

    /** A header in two languages counts if both say the same, so that {@code HR联系电话} is nobody's own number. */
    private static Optional<Alias> bilingual(HeaderText text) {
        List<Alias> parts = text.bilingual().stream()
                .map(name -> Optional.ofNullable(ALIASES.get(name)))
                .flatMap(Optional::stream)
                .toList();
        boolean same = parts.size() == text.bilingual().size()
                && parts.stream().map(Alias::field).distinct().count() == 1;
        return same ? Optional.of(parts.get(0)) : Optional.empty();
    }

    private static Alias withSeparator(Alias alias, HeaderText text) {
        if (!alias.field().equals(StaffField.DEPARTMENT.id())) {
            return alias;
        }
        return text.separator()
                .filter(separator -> !separator.equals(DepartmentPaths.SEPARATOR))
                .map(separator ->
                        Alias.of(StaffField.DEPARTMENT, alias.priority(), DepartmentPaths.TRANSFORM + separator))
                .orElse(alias);
    }

    /** Entra has no e-mail column: the principal name is the address, unless a file has a column for that as well. */
    private static List<Alias> withFallback(Alias alias) {
        return alias.equals(ALIASES.get("userprincipalname"))
                ? List.of(alias, Alias.of(StaffField.USERNAME, alias.priority(), null))
                : List.of(alias);
    }
}
