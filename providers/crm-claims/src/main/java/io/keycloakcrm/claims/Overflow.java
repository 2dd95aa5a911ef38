package io.keycloakcrm.claims;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves lists of departments out of a claim, those first that save most, until the rest fits. */
final class Overflow {

    private final CrmClaim claim;
    private final int maxBytes;
    private final Map<DepartmentSet, DepartmentReference> moved = new LinkedHashMap<>();

    Overflow(CrmClaim claim, int maxBytes) {
        this.claim = claim;
        this.maxBytes = maxBytes;
    }

    FittedClaim fitted() {
        int bytes = new JsonBytes().of(claim.toMap());
        for (Candidate candidate : candidates()) {
            DepartmentReference reference = new DepartmentReference(moved.size());
            int saved = candidate.saving(reference);
            if (bytes <= maxBytes || saved <= 0) {
                break;
            }
            moved.put(candidate.list(), reference);
            bytes -= saved;
        }
        DataScopes scopes = claim.dataScopes().mapEach(this::referring);
        return new FittedClaim(claim.withDataScopes(scopes), new DepartmentLists(List.copyOf(moved.keySet())), bytes);
    }

    private List<Candidate> candidates() {
        Map<DepartmentSet, Integer> times = new LinkedHashMap<>();
        for (List<Grant> grants : claim.dataScopes().grants().values()) {
            for (Grant grant : grants) {
                if (grant.departments() instanceof DepartmentSet list) {
                    times.merge(list, 1, Integer::sum);
                }
            }
        }
        var first = new DepartmentReference(0);
        return times.entrySet().stream()
                .map(entry -> new Candidate(
                        entry.getKey(), new JsonBytes().of(entry.getKey().json()), entry.getValue()))
                .sorted(Comparator.comparingInt((Candidate candidate) -> candidate.saving(first))
                        .reversed())
                .toList();
    }

    private Grant referring(Grant grant) {
        DepartmentReference reference = grant.departments() instanceof DepartmentSet list ? moved.get(list) : null;
        return reference == null ? grant : grant.withDepartments(reference);
    }

    private record Candidate(DepartmentSet list, int bytes, int times) {

        int saving(DepartmentReference reference) {
            return times * (bytes - new JsonBytes().of(reference.json()));
        }
    }
}
