package io.keycloakcrm.imports.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose turn it is at this node: the realm that has waited longest goes first, so that a large import in one does not
 * keep another waiting; within a realm the oldest job. A realm that is passed over, because its jobs rest or nothing of
 * theirs can be claimed, keeps its place at the head.
 */
final class Turns {

    private final Map<String, Long> taken = new HashMap<>();
    private long turn;

    /** @param jobs of all realms; within a realm the oldest first */
    synchronized List<ActiveJobRepository.Active> inOrder(List<ActiveJobRepository.Active> jobs) {
        Set<String> realms =
                jobs.stream().map(ActiveJobRepository.Active::realmId).collect(Collectors.toSet());
        taken.keySet().retainAll(realms);
        return jobs.stream()
                .sorted(Comparator.comparing(job -> taken.getOrDefault(job.realmId(), 0L)))
                .toList();
    }

    synchronized void took(String realmId) {
        taken.put(realmId, ++turn);
    }
}
