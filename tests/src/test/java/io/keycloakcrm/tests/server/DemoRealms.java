package io.keycloakcrm.tests.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakcrm.demo.DemoRealm;
import io.keycloakcrm.tests.api.RealmApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The realm of {@code ./mvnw -Prun}, imported by the first class that asks for it. */
public final class DemoRealms {

    private static final String NAME = "crm";

    private DemoRealms() {}

    public static RealmApi imported(Crm crm, Path directory) throws IOException {
        // Asked for first: a second import would be an error in the server's log.
        if (crm.admin().get("/admin/realms/" + NAME).expect(200, 404).status() == 404) {
            DemoRealm.write(directory, URI.create("http://127.0.0.1:8081/"), "127.0.0.1", 2525);
            crm.admin()
                    .post(
                            "/admin/realms",
                            new ObjectMapper()
                                    .readTree(
                                            directory.resolve("crm-realm.json").toFile()))
                    .expect(201);
        }
        return crm.realm(NAME);
    }
}
