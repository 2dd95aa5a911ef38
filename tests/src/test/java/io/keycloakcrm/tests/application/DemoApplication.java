package io.keycloakcrm.tests.application;

import io.keycloakcrm.demo.DemoCompany;
import io.keycloakcrm.demo.DemoRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The application, started from its jar with the customers of the demo company. */
public final class DemoApplication {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final int port;

    private DemoApplication(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static DemoApplication started(URI issuer, Path work) throws IOException {
        int port = freePort();
        DemoCompany.write(work.resolve("company.json"));
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        System.getProperty("crm.test.application"),
                        "--server.port=" + port,
                        "--crm.issuer=" + issuer,
                        "--crm.data=" + work,
                        "--crm.samples=" + work.resolve("company.json"))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        command.environment().put("CRM_CLIENT_SECRET", DemoRealm.applicationSecret());
        var application = new DemoApplication(command.start(), port);
        application.awaitAnswer(work.resolve("log"));
        return application;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private void awaitAnswer(Path log) throws IOException {
        Awaitility.await("the application answers")
                .atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> !process.isAlive()
                        || new Browser().get(url().resolve("signed-out")).status() == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException("the application ended\n" + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
