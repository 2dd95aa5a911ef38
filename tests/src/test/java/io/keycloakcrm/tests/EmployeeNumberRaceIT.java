package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** However many want the same employee number at the same moment, and whichever way they come: one gets it. */
@WithKeycloak
final class EmployeeNumberRaceIT {

    private static final int WRITERS = 6;

    private final RealmApi realm;
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    EmployeeNumberRaceIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @AfterAll
    void stop() {
        writers.shutdownNow();
    }

    @RepeatedTest(20)
    void hasOneWinner(RepetitionInfo round) throws Exception {
        var race = new Race("RACE%02d".formatted(round.getCurrentRepetition()));

        List<Verdict> verdicts = race.run();

        assertThat(verdicts).as("%s", verdicts).hasSize(WRITERS);
        assertThat(verdicts).filteredOn(Verdict::won).as("%s", verdicts).hasSize(1);
        assertThat(verdicts).filteredOn(verdict -> !verdict.won()).allMatch(Verdict::clear);
        assertThat(race.holders()).isEqualTo(1);
    }

    /** In the usual collations of MariaDB and MySQL they are equal. */
    @Test
    void tellsNumbersApartThatDifferByAnAccent() {
        for (String number : List.of("E01", "É01")) {
            realm.post("crm/staff", Map.of("email", UUID.randomUUID() + "@acme.example", "employeeNumber", number))
                    .expect(201);
        }
    }

    /**
     * How it went for one writer.
     *
     * @param clear a loser was told that the number is taken, not that something broke
     */
    private record Verdict(String path, boolean won, boolean clear, String answer) {

        static Verdict of(String path, ApiResponse response) {
            boolean clear = response.status() == 400 || response.status() == 409;
            return new Verdict(path, response.succeeded(), clear, response.status() + " " + response.text());
        }
    }

    @FunctionalInterface
    private interface Writer {
        Verdict write();
    }

    private final class Race {

        private final String number;
        private final CyclicBarrier barrier = new CyclicBarrier(WRITERS);

        Race(String number) {
            this.number = number;
        }

        List<Verdict> run() throws Exception {
            var contestants = List.of(
                    ourApi("a"), ourApi("b"), keycloaksApi("c"), keycloaksApi("d"), anImport("e"), consoleForm("f"));
            List<Future<Verdict>> running = new ArrayList<>();
            for (Writer writer : contestants) {
                running.add(writers.submit(() -> {
                    barrier.await();
                    return writer.write();
                }));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> verdict : running) {
                verdicts.add(verdict.get());
            }
            return verdicts;
        }

        private String email(String contestant) {
            return number.toLowerCase(Locale.ROOT) + contestant + "@acme.example";
        }

        private Writer ourApi(String contestant) {
            var body = Map.of("email", email(contestant), "employeeNumber", number);
            return () -> Verdict.of("POST /staff", realm.post("crm/staff", body));
        }

        private Writer keycloaksApi(String contestant) {
            Map<String, Object> body = Map.of(
                    "username",
                    email(contestant),
                    "email",
                    email(contestant),
                    "attributes",
                    // Lower case is the same number.
                    Map.of("employeeNumber", List.of(number.toLowerCase(Locale.ROOT))));
            return () -> Verdict.of("POST /users", realm.post("users", body));
        }

        /** The form of the console reads the whole user and writes it back. */
        private Writer consoleForm(String contestant) {
            String id = realm.post(
                            "users", Map.of("username", email(contestant), "email", email(contestant), "enabled", true))
                    .expect(201)
                    .createdId();
            ObjectNode user = (ObjectNode) realm.get("users/" + id).expect(200).json();
            user.withObject("attributes").putArray("employeeNumber").add(number);
            return () -> Verdict.of("PUT /users", realm.put("users/" + id, user));
        }

        private Writer anImport(String contestant) {
            byte[] file = Csv.withHeader("employeeNumber", "email")
                    .row(number, email(contestant))
                    .bytes();
            ImportApi job = ImportApi.uploaded(realm, "race.csv", file);
            var options = Map.of("mode", "create", "key", "email", "createDepartments", false, "invite", false);
            return () -> {
                JsonNode row = job.completed(options).rows().get(0);
                boolean won = row.path("outcome").asText().equals("create");
                boolean clear = row.path("errors").path(0).path("code").asText().startsWith("crm.");
                return new Verdict("import", won, clear, row.toString());
            };
        }

        /** How many users hold the number now, by the attribute itself and however it is written. */
        int holders() {
            Set<String> ids = new HashSet<>();
            for (String written : List.of(number, number.toLowerCase(Locale.ROOT))) {
                JsonNode users = realm.get("users?q=employeeNumber:" + written)
                        .expect(200)
                        .json();
                users.forEach(user -> ids.add(user.path("id").asText()));
            }
            return ids.size();
        }
    }
}
