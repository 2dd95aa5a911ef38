package io.keycloakcrm.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A directory as {@code kc.sh export} writes it and {@code kc.sh import} reads it.
 *
 * @param realm name of the realm
 */
record RealmDirectory(Path path, String realm) {

    /** As many as {@code kc.sh export} puts into one file by default; each file is one transaction. */
    static final int USERS_PER_FILE = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the files of users beside the exported realm, in place of those of an earlier run. */
    void write(int users, Map<String, String> departmentIds) throws IOException {
        deleteUsers();
        var json = new UserJson(departmentIds);
        for (int first = 0; first < users; first += USERS_PER_FILE) {
            int end = Math.min(users, first + USERS_PER_FILE);
            ObjectNode file = JSON.createObjectNode().put("realm", realm);
            IntStream.range(first, end)
                    .mapToObj(number -> json.forRealmFile(new Person(number)))
                    .forEach(file.withArray("users")::addPOJO);
            Path target = path.resolve(realm + "-users-" + first / USERS_PER_FILE + ".json");
            Files.write(target, JSON.writeValueAsBytes(file));
        }
    }

    private void deleteUsers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, realm + "-users-*.json")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
