package io.keycloakcrm.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists that left the token: the value of the claim {@value #CLAIM}, whole, in the order that references count. */
public record DepartmentLists(List<DepartmentSet> lists) {

    /** Name of the claim, and what references begin with. */
    public static final String CLAIM = "crm_departments";

    public static final DepartmentLists NONE = new DepartmentLists(List.of());

    public DepartmentLists {
        lists = List.copyOf(lists);
    }

    /**
     * Reads the claim.
     *
     * @param value the claim's value, lists of ids in a list, as a JSON library reads it
     * @throws MalformedClaimException if it is anything else
     */
    public static DepartmentLists parse(@Nullable Object value) {
        return new DepartmentLists(ClaimValue.of(value, CLAIM).elements().stream()
                .map(ClaimValue::departmentSet)
                .toList());
    }

    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** The claim's value. */
    public List<List<String>> toList() {
        return lists.stream().map(DepartmentSet::ids).toList();
    }

    DepartmentSet at(DepartmentReference reference) {
        if (reference.index() >= lists.size()) {
            throw new MalformedClaimException(CLAIM, "has no list " + reference.index());
        }
        return lists.get(reference.index());
    }
}
