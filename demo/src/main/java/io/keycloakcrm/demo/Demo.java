package io.keycloakcrm.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts everything, says where it is, and stays until Keycloak ends or the terminal says stop. */
public final class Demo {

    static final String REALM = "crm";

    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private Demo() {}

    /**
     * Blocks as long as the demo runs, then ends this process.
     *
     * @param arguments none; the build passes system properties
     * @throws IOException if a file of the run cannot be written
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            int exitCode = run(DemoSettings.from(System.getProperties()));
            System.err.printf("%n%s%n", ending(exitCode));
            System.exit(exitCode);
        } catch (CannotStart e) {
            System.err.printf("%nCannot start. %s%n%n", e.getMessage());
            System.exit(1);
        }
    }

    private static int run(DemoSettings settings) throws IOException, InterruptedException {
        var ports = new Ports();
        int port = ports.exactly(settings.port());
        int applicationPort = ports.preferably(settings.applicationPort());
        int managementPort = ports.preferably(settings.managementPort());
        int smtpPort = ports.preferably(settings.smtpPort());
        int inboxPort = ports.preferably(settings.inboxPort());
        try (var data = DataDirectory.open(settings.data());
                var mail = MailServer.start(smtpPort);
                var inbox = Inbox.start(inboxPort, mail)) {
            install(settings, data, url(applicationPort), smtpPort);
            var keycloak = KeycloakProcess.start(settings.keycloak(), data.databaseUrl(), port, managementPort);
            URI server = url(port);
            if (keycloak.awaitAnswer(server.resolve("/realms/" + REALM + "/.well-known/openid-configuration"))
                    && startApplication(settings, data, server, applicationPort)) {
                boolean mailMoved = moveMail(data, server, smtpPort);
                System.out.println(new Banner(
                        url(applicationPort),
                        server,
                        inbox.url(),
                        url(managementPort).resolve("/health/ready"),
                        smtpPort,
                        data.path(),
                        DemoRealm.accounts(),
                        mailMoved));
            }
            return keycloak.waitFor();
        }
    }

    private static void install(DemoSettings settings, DataDirectory data, URI application, int smtpPort)
            throws IOException {
        new ProviderJar(settings.extension()).install(settings.keycloak());
        Path imports = Files.createDirectories(settings.keycloak().resolve("data/import"));
        DemoRealm.write(imports, application, Ports.HOST, smtpPort);
        if (data.isNew()) {
            data.rememberMailPort(smtpPort);
        }
    }

    /** Whether it answers; not so where the terminal said stop in the meantime. */
    private static boolean startApplication(DemoSettings settings, DataDirectory data, URI server, int port)
            throws IOException, InterruptedException {
        URI issuer = server.resolve("/realms/" + REALM);
        var application = ApplicationProcess.start(settings.application(), data.application(), issuer, port);
        if (application.awaitAnswer(url(port).resolve("/signed-out"))) {
            return true;
        }
        if (wasAsked(application.waitFor())) {
            return false;
        }
        throw new CannotStart("The demo application ended before it answered; its log above says why.");
    }

    private static boolean moveMail(DataDirectory data, URI server, int smtpPort)
            throws IOException, InterruptedException {
        if (data.mailPort() == smtpPort) {
            return true;
        }
        boolean moved = new Administrator(server).moveMail(REALM, smtpPort);
        if (moved) {
            data.rememberMailPort(smtpPort);
        }
        return moved;
    }

    private static String ending(int exitCode) {
        return wasAsked(exitCode)
                ? "Stopped."
                : "Keycloak ended with exit code %d; its log above says why.".formatted(exitCode);
    }

    private static boolean wasAsked(int exitCode) {
        return exitCode == INTERRUPTED || exitCode == TERMINATED;
    }

    private static URI url(int port) {
        return URI.create("http://" + Ports.HOST + ":" + port + "/");
    }
}
