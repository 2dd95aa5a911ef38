package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.util.Map;

/** Where a server under test keeps its data; empty at first, gone when closed. */
interface Database extends AutoCloseable {

    /** As Keycloak's option {@code --db} names it. */
    String vendor();

    /** What the server's process needs to reach it. */
    Map<String, String> environment();

    @Override
    void close() throws IOException;
}
