package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.RealmApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The department tree of the company, which every realm has before people come in. */
final class CompanyDepartments {

    private static final List<String> BRANCHES = List.of("销售部", "市场部", "客服部", "财务部");
    private static final List<String> REGIONS = List.of("华东区", "华南区", "华北区", "西南区", "海外");

    /** Those that people are in, levels joined by a slash. */
    static final List<String> PATHS = BRANCHES.stream()
            .flatMap(branch -> Stream.concat(Stream.of(branch), REGIONS.stream().map(region -> branch + "/" + region)))
            .toList();

    private CompanyDepartments() {}

    /** Makes them and answers their ids by path. */
    static Map<String, String> createIn(RealmApi realm) {
        return created((name, parent) -> {
            Map<String, String> request =
                    parent.isEmpty() ? Map.of("name", name) : Map.of("name", name, "parentId", parent);
            return realm.post("crm/departments", request)
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
        });
    }

    /** The same as groups below {@code departments}, in a realm that is none of ours. */
    static Map<String, String> createAsGroupsIn(RealmApi realm) {
        String root =
                realm.post("groups", Map.of("name", "departments")).expect(201).createdId();
        return created((name, parent) -> realm.post(
                        "groups/" + (parent.isEmpty() ? root : parent) + "/children", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asText());
    }

    /** @param create makes the one of a name below the parent with an id, at the top if that is empty; answers its id */
    private static Map<String, String> created(BinaryOperator<String> create) {
        Map<String, String> ids = new HashMap<>();
        for (String path : PATHS) {
            int slash = path.indexOf('/');
            String parent = slash < 0 ? "" : ids.getOrDefault(path.substring(0, slash), "");
            ids.put(path, create.apply(path.substring(slash + 1), parent));
        }
        return ids;
    }
}
