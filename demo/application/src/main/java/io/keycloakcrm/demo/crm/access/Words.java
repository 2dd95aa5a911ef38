package io.keycloakcrm.demo.crm.access;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.RecordScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * A claim in a person's language.
 *
 * @param departmentPaths of the departments that the application knows; of others only their number is said
 */
record Words(MessageSource texts, Locale locale, Map<String, String> departmentPaths) {

    private static final int NAMED_DEPARTMENTS = 6;

    List<Right> of(CrmAccess access) {
        List<Right> rights = new ArrayList<>();
        access.claim().permissions().operations().forEach((module, operations) -> {
            Map<RecordScope, List<String>> byReach = new LinkedHashMap<>();
            operations.forEach(
                    operation -> byReach.computeIfAbsent(access.scope(module, operation), reach -> new ArrayList<>())
                            .add(operation));
            byReach.forEach((reach, same) ->
                    rights.add(new Right(named("module", module), operations(same), sentences(reach))));
        });
        return rights;
    }

    private String operations(List<String> operations) {
        return operations.stream()
                .map(operation -> named("operation", operation))
                .collect(Collectors.joining(text("words.comma")));
    }

    private List<String> sentences(RecordScope reach) {
        return reach.simplified().stream().map(this::sentence).toList();
    }

    private String sentence(Grant grant) {
        if (grant.equals(Grant.all())) {
            return text("reach.all");
        }
        List<String> conditions = new ArrayList<>();
        if (grant.level() == DataScopeLevel.SELF) {
            conditions.add(text("reach.self"));
        }
        if (grant.departments() instanceof DepartmentSet departments) {
            conditions.add(departments(departments.ids()));
        }
        if (grant.regions() != null) {
            conditions.add(text("reach.regions", regions(grant.regions())));
        }
        return String.join(text("words.and"), conditions);
    }

    private String departments(List<String> ids) {
        List<String> paths = ids.stream()
                .filter(departmentPaths::containsKey)
                .map(id -> String.valueOf(departmentPaths.get(id)))
                .sorted()
                .limit(NAMED_DEPARTMENTS)
                .toList();
        String named = String.join(text("words.comma"), paths);
        int others = ids.size() - paths.size();
        if (others == 0) {
            return text("reach.departments", named);
        }
        return paths.isEmpty()
                ? text("reach.departments.number", others)
                : text("reach.departments.more", named, others);
    }

    private String regions(Collection<String> regions) {
        return regions.stream().map(region -> named("region", region)).collect(Collectors.joining(text("words.comma")));
    }

    /** Administrators add modules and regions of their own; those go by the names they gave them. */
    private String named(String kind, String id) {
        return String.valueOf(texts.getMessage(kind + "." + id, null, id, locale));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
