package io.keycloakcrm.background;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose turn it is at this node: the realm that has waited longest goes first, so that much work for one does not keep
 * another waiting; within a realm the order stays. A realm that is passed over, because its work rests or nothing of it
 * can be claimed, keeps its place at the head.
 */
public final class Turns {

    private final Map<String, Long> taken = new HashMap<>();
    private long turn;

    /**
     * The same work in the order in which to look at it.
     *
     * @param work of all realms; within a realm in the order wanted
     * @param realm the id of the realm that a piece is for
     */
    public synchronized <T> List<T> inOrder(List<T> work, Function<T, String> realm) {
        Set<String> realms = work.stream().map(realm).collect(Collectors.toSet());
        taken.keySet().retainAll(realms);
        return work.stream()
                .sorted(Comparator.comparing(piece -> taken.getOrDefault(realm.apply(piece), 0L)))
                .toList();
    }

    public synchronized void took(String realmId) {
        taken.put(realmId, ++turn);
    }
}
