package io.keycloakcrm.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Keycloak in development mode. */
final class KeycloakProcess {

    private KeycloakProcess() {}

    static ChildProcess start(Path home, String databaseUrl, int port, int managementPort) throws IOException {
        var command = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--health-enabled=true",
                // Its probe waits 10 s for a D-Bus that most machines do not run.
                "--spi-storage--sssd--enabled=false",
                // Mails are written without a request that could say it.
                "--hostname=http://" + Ports.HOST + ":" + port,
                "--http-host=" + Ports.HOST,
                "--http-port=" + port,
                "--http-management-port=" + managementPort);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", Administrator.USERNAME);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", Administrator.PASSWORD);
        // Not an argument: kc.sh is a shell script and the URL has semicolons.
        command.environment().put("KC_DB_URL", databaseUrl);
        return ChildProcess.start("Keycloak", command);
    }
}
