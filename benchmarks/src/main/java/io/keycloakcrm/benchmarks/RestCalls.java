package io.keycloakcrm.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Admin REST API: two calls for each person, which are the fewest that lead to the same end.
 *
 * @param threads callers at the same time, each with a connection kept open
 */
record RestCalls(int threads) implements Scenario {

    private static final int WARM_UP = 200;

    @Override
    public String name() {
        return "rest-" + threads;
    }

    @Override
    public String description() {
        return "Admin REST, %d at a time: POST /users with attributes and group, then POST role-mappings/realm"
                .formatted(threads);
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public List<Figure> warmUp(Bench bench) throws InterruptedException {
        if (bench.isFirst("rest")) {
            double total = 0;
            while (total < bench.options().warmUpSeconds()) {
                total += seconds(bench.newRealm(), WARM_UP);
            }
        }
        return List.of();
    }

    @Override
    public List<Figure> run(Bench bench) throws SQLException, InterruptedException {
        BenchRealm realm = bench.newRealm();
        int users = threads * bench.options().restRows();
        double seconds = seconds(realm, users);
        return List.of(Figure.rate(name(), users, seconds, bench.tables().perUser(realm.id())));
    }

    private double seconds(BenchRealm realm, int users) throws InterruptedException {
        var json = new UserJson(realm.departmentIds());
        Map<String, JsonNode> roles = roles(realm.api(), users);
        var next = new AtomicInteger();
        Callable<Boolean> caller = () -> {
            for (int number = next.getAndIncrement(); number < users; number = next.getAndIncrement()) {
                create(realm.api(), new Person(number), json, roles);
            }
            return true;
        };
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            long begin = System.nanoTime();
            for (Future<Boolean> call : callers.invokeAll(Collections.nCopies(threads, caller))) {
                call.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call of the Admin REST API failed", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    /** An administrator looks the roles up once, not for each person. */
    private static Map<String, JsonNode> roles(RealmApi realm, int users) {
        Map<String, JsonNode> roles = new HashMap<>();
        for (int number = 0; number < users; number++) {
            for (String role : new Person(number).roles()) {
                roles.computeIfAbsent(
                        role, name -> realm.get("roles/" + name).expect(200).json());
            }
        }
        return roles;
    }

    private static void create(RealmApi realm, Person person, UserJson json, Map<String, JsonNode> roles) {
        String id = realm.post("users", json.forRest(person)).expect(201).createdId();
        List<JsonNode> granted = new ArrayList<>();
        person.roles().forEach(role -> granted.add(roles.get(role)));
        realm.post("users/" + id + "/role-mappings/realm", granted).expect(204);
    }
}
