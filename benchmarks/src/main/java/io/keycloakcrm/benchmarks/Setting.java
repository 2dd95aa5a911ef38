package io.keycloakcrm.benchmarks;

import java.util.List;

/** The server that a scenario wants beside it. */
enum Setting {
    /** As installed: the import chooses its path itself. */
    AUTO("auto"),
    /** The import takes the path through Keycloak's user profile. */
    SAFE("safe"),
    /** None: the scenario is a process of its own. */
    NONE("");

    private final String membersPath;

    Setting(String membersPath) {
        this.membersPath = membersPath;
    }

    List<String> options() {
        return List.of("--spi-crm-admin-endpoint--imports--members-path=" + membersPath);
    }
}
