package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.RealmApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> ids = new HashMap<>();
        for (String path : PATHS) {
            int slash = path.indexOf('/');
            Map<String, String> request = slash < 0
                    ? Map.of("name", path)
                    : Map.of(
                            "name",
                            path.substring(slash + 1),
                            "parentId",
                            ids.getOrDefault(path.substring(0, slash), ""));
            ids.put(
                    path,
                    realm.post("crm/departments", request)
                            .expect(201)
                            .json()
                            .path("id")
                            .asText());
        }
        return ids;
    }
}
