package io.keycloakcrm.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The extension, installed as a user would do it: one jar in Keycloak's {@code providers} directory. */
record ProviderJar(Path built) {

    private static final String NAME = "keycloak-crm.jar";

    /** Leaves an equal jar alone: Keycloak builds itself anew, 10 s, when the time stamp of a provider changes. */
    void install(Path keycloak) throws IOException {
        Path installed = keycloak.resolve("providers").resolve(NAME);
        if (Files.exists(installed) && Files.mismatch(built, installed) == -1) {
            return;
        }
        Path part = installed.resolveSibling(NAME + ".part");
        Files.copy(built, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, installed, StandardCopyOption.ATOMIC_MOVE);
    }
}
