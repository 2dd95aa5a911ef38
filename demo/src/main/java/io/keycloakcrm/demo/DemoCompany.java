package io.keycloakcrm.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

/** The demo company as its CRM knows it before anybody has signed in: departments, and who has how many customers. */
public final class DemoCompany {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoCompany() {}

    /** Writes it as JSON; replaces a file that is there. */
    public static void write(Path file) throws IOException {
        ObjectNode company = JSON.createObjectNode();
        SortedSet<String> paths = new TreeSet<>();
        for (DemoPerson person : DemoRealm.people()) {
            addWithParents(paths, person.department());
            if (person.portfolio() != null) {
                ObjectNode seller = company.withArray("people").addObject();
                seller.put("id", person.id()).put("name", person.lastName() + person.firstName());
                seller.put("department", departmentId(person.department()));
                seller.put("customers", person.portfolio().customers());
                person.portfolio().regions().forEach(seller.putArray("regions")::add);
            }
        }
        for (String path : paths) {
            company.withArray("departments")
                    .addObject()
                    .put("id", departmentId(path))
                    .put("path", path);
        }
        JSON.writeValue(file.toFile(), company);
    }

    private static void addWithParents(SortedSet<String> paths, String path) {
        var walked = new StringJoiner("/");
        for (String name : path.split("/", -1)) {
            paths.add(walked.add(name).toString());
        }
    }

    private static String departmentId(String path) {
        return DemoDepartments.stableId("department", path);
    }
}
