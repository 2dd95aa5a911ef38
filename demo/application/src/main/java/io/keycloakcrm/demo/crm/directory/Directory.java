package io.keycloakcrm.demo.crm.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people and departments that the application knows: those it has met at a sign-in, as they were called then. */
@Component
public class Directory {

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void meet(String personId, String name) {
        jdbc.sql("MERGE INTO person (id, name) KEY (id) VALUES (?, ?)")
                .params(personId, name)
                .update();
    }

    public void meetDepartment(String id, String path) {
        jdbc.sql("MERGE INTO department (id, path) KEY (id) VALUES (?, ?)")
                .params(id, path)
                .update();
    }

    /** All of them by name. */
    public List<Person> people() {
        return jdbc.sql("SELECT id, name FROM person ORDER BY name, id")
                .query((row, index) -> new Person(row.getString("id"), row.getString("name")))
                .list();
    }

    /** All of them by path. */
    public List<OrgUnit> departments() {
        return jdbc.sql("SELECT id, path FROM department ORDER BY path, id")
                .query((row, index) -> new OrgUnit(row.getString("id"), row.getString("path")))
                .list();
    }

    /** Paths of departments by their ids. */
    public Map<String, String> departmentPaths() {
        return departments().stream()
                .filter(department -> department.path() != null)
                .collect(Collectors.toMap(OrgUnit::id, department -> String.valueOf(department.path())));
    }
}
