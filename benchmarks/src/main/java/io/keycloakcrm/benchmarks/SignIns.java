package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.AccessToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * People who come at fixed moments, whether or not those before them are in yet; the wait counts from the moment at which
 * one came.
 *
 * @param realm where they have accounts with passwords
 * @param perSecond how many come
 */
record SignIns(URI server, String realm, int perSecond) {

    private static final int PEOPLE = 50;
    private static final int THREADS = 32;
    private static final String PASSWORD = "correct-horse-battery-staple";

    static SignIns prepared(Bench bench) {
        BenchRealm realm = bench.newRealm();
        for (int number = 0; number < PEOPLE; number++) {
            realm.api()
                    .post(
                            "users",
                            Map.of(
                                    "username",
                                    "person" + number,
                                    "enabled",
                                    true,
                                    "email",
                                    "person" + number + "@acme.example",
                                    "emailVerified",
                                    true,
                                    "firstName",
                                    "Ada",
                                    "lastName",
                                    "Sales",
                                    "credentials",
                                    List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
                    .expect(201);
        }
        return new SignIns(
                bench.server().url(), realm.api().name(), bench.options().loginRate());
    }

    /** Milliseconds within which 95 of 100 are in. */
    double p95(int seconds) throws InterruptedException {
        ScheduledExecutorService door = Executors.newScheduledThreadPool(THREADS);
        try {
            long opening = System.nanoTime();
            List<Future<Double>> waits = new ArrayList<>();
            for (int number = 0; number < seconds * perSecond; number++) {
                String person = "person" + number % PEOPLE;
                long moment = TimeUnit.SECONDS.toNanos(number) / perSecond;
                waits.add(door.schedule(() -> wait(person, opening + moment), moment, TimeUnit.NANOSECONDS));
            }
            return percentile(waits);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sign-in failed", e.getCause());
        } finally {
            door.shutdownNow();
        }
    }

    private double wait(String person, long since) {
        AccessToken.ofUser(server, realm, person, PASSWORD).get();
        return (System.nanoTime() - since) / 1e6;
    }

    private static double percentile(List<Future<Double>> waits) throws ExecutionException, InterruptedException {
        double[] sorted = new double[waits.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = waits.get(i).get();
        }
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
