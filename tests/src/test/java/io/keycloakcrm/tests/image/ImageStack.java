package io.keycloakcrm.tests.image;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.api.Metrics;
import io.keycloakcrm.tests.api.RealmApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/** The image as docker/Dockerfile makes it, and the database it needs. */
final class ImageStack implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9000;
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final String password = UUID.randomUUID().toString();
    private final Network network = Network.newNetwork();
    private final GenericContainer<?> database;
    private final GenericContainer<?> keycloak;

    private ImageStack(Path repository, String keycloakImage, String postgresImage) throws IOException {
        database = new GenericContainer<>(DockerImageName.parse(postgresImage))
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withEnv("POSTGRES_USER", "keycloak")
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv("POSTGRES_DB", "keycloak")
                // Once for the server that only initialises the database.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
        keycloak = new GenericContainer<>(image(repository, keycloakImage))
                .dependsOn(database)
                .withNetwork(network)
                .withExposedPorts(HTTP, MANAGEMENT)
                .withEnv(Map.of(
                        "KC_DB_URL", "jdbc:postgresql://postgres:5432/keycloak",
                        "KC_DB_USERNAME", "keycloak",
                        "KC_DB_PASSWORD", password,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", password,
                        "KC_HOSTNAME_STRICT", "false",
                        "KC_HTTP_ENABLED", "true"))
                .waitingFor(Wait.forHttp("/health/ready").forPort(MANAGEMENT).withStartupTimeout(START_LIMIT));
    }

    /**
     * Builds and starts.
     *
     * @param repository top of the repository, with the extension packaged
     */
    static ImageStack started(Path repository, String keycloakImage, String postgresImage) throws IOException {
        var stack = new ImageStack(repository, keycloakImage, postgresImage);
        stack.keycloak.start();
        return stack;
    }

    /** Exactly the files that .dockerignore lets through. */
    private static ImageFromDockerfile image(Path repository, String keycloakImage) throws IOException {
        Path jar = packaged(repository.resolve("providers/crm-extension/target"));
        return new ImageFromDockerfile()
                .withFileFromPath("Dockerfile", repository.resolve("docker/Dockerfile"))
                .withFileFromPath("docker/keycloak.conf", repository.resolve("docker/keycloak.conf"))
                .withFileFromPath("providers/crm-extension/target/" + jar.getFileName(), jar)
                .withBuildArg("KEYCLOAK_IMAGE", keycloakImage);
    }

    private static Path packaged(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("crm-extension-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no extension in " + target));
        }
    }

    /** A new CRM realm as the first administrator sees it. */
    RealmApi newRealm(String name) {
        URI url = url(HTTP);
        var admin = new ApiClient(url, AccessToken.ofUser(url, "master", "admin", password));
        admin.post("/admin/realms", Map.of("realm", name, "enabled", true)).expect(201);
        var realm = new RealmApi(name, admin, secret -> {});
        realm.post("crm/setup", Map.of()).expect(200);
        return realm;
    }

    Metrics metrics() {
        return Metrics.of(new ApiClient(url(MANAGEMENT), () -> "")
                .get("/metrics")
                .expect(200)
                .text());
    }

    /** What a command prints that is run in the container of the server. */
    String execute(String... command) throws IOException {
        try {
            return keycloak.execInContainer(command).getStdout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String log() {
        return keycloak.getLogs();
    }

    private URI url(int port) {
        return URI.create("http://" + keycloak.getHost() + ":" + keycloak.getMappedPort(port));
    }

    @Override
    public void close() {
        keycloak.stop();
        database.stop();
        network.close();
    }
}
