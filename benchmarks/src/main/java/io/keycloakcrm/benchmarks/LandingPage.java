package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.Browser;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long somebody waits for the page that his invitation's link leads to, one after the other. */
final class LandingPage implements Scenario {

    private static final int VISITS = 2_000;

    @Override
    public String name() {
        return "landing";
    }

    @Override
    public String description() {
        return "p95 of opening an invitation's link, a browser without cookies each time (wanted: ≤ 50 ms)";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public List<Figure> warmUp(Bench bench) {
        URI link = link(bench);
        long begin = System.nanoTime();
        do {
            visit(link);
        } while (System.nanoTime() - begin
                < TimeUnit.SECONDS.toNanos(bench.options().warmUpSeconds()));
        return List.of();
    }

    @Override
    public List<Figure> run(Bench bench) {
        URI link = link(bench);
        double[] millis = new double[VISITS];
        for (int number = 0; number < VISITS; number++) {
            long begin = System.nanoTime();
            visit(link);
            millis[number] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(VISITS * 0.95) - 1];
        String note = "median %.1f".formatted(millis[VISITS / 2]);
        return List.of(new Figure("landing", Unit.MILLISECONDS, p95, VISITS, note));
    }

    private static URI link(Bench bench) {
        RealmApi realm = bench.newRealm()
                .api()
                .set(Map.of("frontendUrl", bench.server().url().toString(), "crm.invitation.copy-link", "true"));
        return URI.create(InvitationApi.ofSomebody(realm)
                .link()
                .expect(200)
                .json()
                .path("url")
                .asText());
    }

    private static void visit(URI link) {
        int status = new Browser().open(link).status();
        if (status != 200) {
            throw new IllegalStateException("the landing page answered " + status);
        }
    }
}
