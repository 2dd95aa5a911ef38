package io.keycloakcrm.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo CRM, an application like any other: it knows the realm's address and its own secret, and nothing of this launcher. */
final class ApplicationProcess {

    private ApplicationProcess() {}

    /** Starts it with customers of the demo company, where it has none yet. */
    static ChildProcess start(Path jar, Path data, URI issuer, int port) throws IOException {
        Files.createDirectories(data);
        Path company = data.resolve("company.json");
        DemoCompany.write(company);
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It serves one person: to start soon matters more than to be fast later.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--server.address=" + Ports.HOST,
                "--server.port=" + port,
                "--crm.issuer=" + issuer,
                "--crm.data=" + data,
                "--crm.samples=" + company);
        command.environment().put("CRM_CLIENT_SECRET", DemoRealm.applicationSecret());
        return ChildProcess.start("The demo application", command);
    }
}
