package io.keycloakcrm.staff.department;

import io.keycloakcrm.claims.DepartmentSet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The departments of a realm at one moment, in the order of their paths; parents stand before their children. */
public final class DepartmentTree {

    /** One group as the database knows it. */
    record Node(String id, String name, String parentId) {}

    /** A tree that is one long branch would else keep the square of its departments. */
    private static final int MAX_KEPT_IDS = 1_000_000;

    private final Map<String, Department> byId = new LinkedHashMap<>();
    private final Map<String, Department> exactly = new HashMap<>();
    private final Map<String, Department> roughly = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, DepartmentSet> kept = new ConcurrentHashMap<>();
    private final AtomicInteger keptIds = new AtomicInteger();

    /** Keeps of all groups of a realm those below the root. */
    DepartmentTree(String rootId, Stream<Node> groups) {
        Map<String, List<Node>> byParent = groups.collect(Collectors.groupingBy(Node::parentId));
        add(rootId, null, byParent);
    }

    private void add(String parentId, @Nullable Department parent, Map<String, List<Node>> byParent) {
        List<Node> nodes = new ArrayList<>(byParent.getOrDefault(parentId, List.of()));
        nodes.sort(Comparator.comparing(Node::name));
        for (Node node : nodes) {
            String path = parent == null ? node.name() : parent.path() + Department.SEPARATOR + node.name();
            var department = new Department(node.id(), node.name(), parent == null ? null : parent.id(), path);
            byId.put(department.id(), department);
            exactly.put(path, department);
            roughly.putIfAbsent(key(path), department);
            children.computeIfAbsent(parentId, unused -> new ArrayList<>()).add(department.id());
            add(node.id(), department, byParent);
        }
    }

    /** All departments. */
    public List<Department> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Department> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The department of a path as written or, if there is none, the one whose path differs only in width and case of
     * letters and in spaces around the segments.
     */
    public Optional<Department> byPath(String path) {
        return Optional.ofNullable(exactly.get(path)).or(() -> Optional.ofNullable(roughly.get(key(path))));
    }

    /** Ids of a department and all below it; empty if it is unknown. */
    public List<String> subtree(String id) {
        if (!byId.containsKey(id)) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(List.of(id));
        for (int i = 0; i < ids.size(); i++) {
            ids.addAll(children.getOrDefault(ids.get(i), List.of()));
        }
        return ids;
    }

    /** A department and all below it as claims say it, made once for all tokens; itself alone if it is unknown. */
    public DepartmentSet claimed(String id) {
        @Nullable DepartmentSet known = kept.get(id);
        if (known != null || !byId.containsKey(id)) {
            return known != null ? known : DepartmentSet.of(List.of(id));
        }
        DepartmentSet set = DepartmentSet.of(subtree(id));
        if (keptIds.addAndGet(set.ids().size()) <= MAX_KEPT_IDS) {
            kept.put(id, set);
        }
        return set;
    }

    public boolean hasChildren(String id) {
        return children.containsKey(id);
    }

    private static String key(String path) {
        return Stream.of(path.split(Department.SEPARATOR, -1))
                .map(segment -> Normalizer.normalize(segment, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(Department.SEPARATOR));
    }
}
