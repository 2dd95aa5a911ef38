package io.keycloakcrm.access.explain;

import io.keycloakcrm.access.explain.ExplainedGrant.Effect;
import io.keycloakcrm.access.explain.ExplainedGrant.Place;
import io.keycloakcrm.access.explain.SaidScopes.Said;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells of each thing that is said for one key what becomes of it. */
final class GrantLines {

    private final List<Said> said;
    private final Set<String> ownDepartments;
    private final Function<String, Place> place;
    /** Places in the list, not entries: two roles may say the same under the same key. */
    private final BitSet counting = new BitSet();

    /**
     * For one key and one person.
     *
     * @param place shows the department of an id
     */
    GrantLines(List<Said> said, Set<String> ownDepartments, Function<String, Place> place) {
        this.said = said;
        this.ownDepartments = ownDepartments;
        this.place = place;
        // Each grant that counts goes to the first who says it; who says the same after him is covered.
        List<Grant> open = new ArrayList<>(SaidScopes.counting(said));
        for (int i = 0; i < said.size(); i++) {
            counting.set(
                    i, said.get(i).grant() != null && open.remove(said.get(i).grant()));
        }
    }

    List<ExplainedGrant> lines() {
        return IntStream.range(0, said.size()).mapToObj(this::line).toList();
    }

    private ExplainedGrant line(int i) {
        Said one = said.get(i);
        ScopeEntry entry = one.entry();
        @Nullable Grant grant = one.grant();
        Effect effect = grant == null ? Effect.EMPTY : counting.get(i) ? Effect.COUNTS : Effect.COVERED;
        return new ExplainedGrant(
                one.role(),
                one.key().toString(),
                entry.toString(),
                entry.level().id(),
                departments(entry),
                entry.regions().isEmpty() ? null : entry.regions(),
                effect,
                grant == null || effect != Effect.COVERED ? null : covering(grant));
    }

    private String covering(Grant covered) {
        return counting.stream()
                .mapToObj(said::get)
                .filter(one -> one.grant() != null && one.grant().covers(covered))
                .findFirst()
                .orElseThrow()
                .entry()
                .toString();
    }

    private @Nullable List<Place> departments(ScopeEntry entry) {
        if (!entry.departments().isEmpty()) {
            return entry.departments().stream().map(place).toList();
        }
        return entry.level().meansDepartments()
                ? ownDepartments.stream().map(place).toList()
                : null;
    }
}
