package io.keycloakcrm.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Everything that can be measured, in the order of a round. */
final class Scenarios {

    private static final int[] SIZES = {1_000, 100_000, 1_000_000};

    private Scenarios() {}

    /** Only by name: what this extension does after Keycloak's import takes long, and nobody waits for it in vain. */
    private static final Set<String> ASKED_FOR = Set.of("kc-import-crm");

    /** Those that the options name, or all but those that have to be asked for. */
    static List<Scenario> wanted(Options options) {
        List<Scenario> all = all(options);
        Set<String> only = options.only();
        List<String> names = all.stream().map(Scenario::name).toList();
        if (!names.containsAll(only)) {
            throw new IllegalArgumentException("bench.only knows " + names + ", not all of " + only);
        }
        return all.stream()
                .filter(scenario ->
                        only.isEmpty() ? !ASKED_FOR.contains(scenario.name()) : only.contains(scenario.name()))
                .toList();
    }

    private static List<Scenario> all(Options options) {
        List<Scenario> all = new ArrayList<>();
        int size = options.size();
        all.add(new StaffImport("fast", "this import, path of its own choice", Setting.AUTO, "start", size));
        all.add(new DatabaseLimit(size));
        all.add(new StaffImport("dry-run", "this import, dry run", Setting.AUTO, "dry-run", size));
        all.add(new RestCalls(1));
        all.add(new RestCalls(4));
        all.add(new PartialImport());
        IntStream.of(SIZES)
                .filter(rows -> rows <= options.largest())
                .forEach(rows -> all.add(new StaffImport(
                        "fast-" + rows, "this import, a file of " + rows + " rows", Setting.AUTO, "start", rows)));
        all.add(new HeapOfImport(options.largest()));
        all.add(new LoginDuringImport());
        all.add(new TokenIssue());
        all.add(new LandingPage());
        all.add(new InvitationMails());
        all.add(new StaffImport("safe", "this import, path through the user profile", Setting.SAFE, "start", size));
        all.add(new KeycloakImport(size, false));
        all.add(new KeycloakImport(size, true));
        return all;
    }
}
