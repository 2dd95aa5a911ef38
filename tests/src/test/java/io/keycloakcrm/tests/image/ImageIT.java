package io.keycloakcrm.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The image that docker/Dockerfile makes starts on an empty PostgreSQL and does what the product is for. */
@Tag("image")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImageIT {

    private final ImageStack stack;
    private final RealmApi realm;

    ImageIT() throws IOException {
        stack = ImageStack.started(
                Path.of(System.getProperty("crm.test.repository", "..")).toRealPath(),
                System.getProperty("keycloak.image", ""),
                System.getProperty("postgres.image", ""));
        realm = stack.newRealm("image");
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void importsAFileAndSaysWhatBecameOfEachRow() {
        byte[] file = Csv.withHeader("employeeNumber", "email", "department")
                .row("GH1", "a@acme.example", "销售部/华东区")
                .row("GH2", "b@acme.example", "销售部")
                .row("GH3", "not an address", "销售部")
                .bytes();
        ImportApi job = ImportApi.uploaded(realm, "staff.csv", file).completed(ImportApi.UPSERT);

        assertThat(job.count("created")).isEqualTo(2);
        assertThat(job.count("failed")).isEqualTo(1);
        assertThat(job.results()).contains("GH1", "crm_result");
    }

    @Test
    void showsImportsInItsMetrics() {
        assertThat(stack.metrics().startingWith("crm_import_rows").samples()).isNotEmpty();
    }

    @Test
    void isNotRoot() throws IOException {
        assertThat(stack.execute("id", "-u").strip()).isEqualTo("1000");
    }

    @Test
    void isBuiltAheadOfItsStart() {
        assertThat(stack.log()).contains("started in").doesNotContain("Updating the configuration");
    }
}
