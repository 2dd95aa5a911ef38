package io.keycloakcrm.claims;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for a list of departments that did not fit into the token.
 *
 * @param index which of {@link DepartmentLists}, from 0
 */
public record DepartmentReference(int index) implements Departments {

    private static final String PREFIX = DepartmentLists.CLAIM + "#";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "(0|[1-9][0-9]{0,5})");

    static Optional<DepartmentReference> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new DepartmentReference(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public boolean contains(String departmentId) {
        throw new UnresolvedDepartmentsException(this);
    }

    @Override
    public boolean covers(Departments other) {
        return equals(other);
    }

    @Override
    public String json() {
        return toString();
    }

    /** As in a claim: {@code crm_departments#0}. */
    @Override
    public String toString() {
        return PREFIX + index;
    }
}
