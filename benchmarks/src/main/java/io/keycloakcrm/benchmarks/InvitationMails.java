package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * How fast the new members of an import get their invitations by mail, and how long people wait meanwhile who sign in. Of the mails
 * counts the time from the first to the last; what the import itself takes is measured elsewhere.
 */
final class InvitationMails implements Scenario {

    private static final String MAILS = "mails";
    private static final String STILL = "login-still";
    private static final String MAILING = "login-mailing";
    private static final Duration LIMIT = Duration.ofHours(1);

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public String description() {
        return "invitations of an import's new members, delivered to a mail server beside it (wanted: 100 a second); p95 of a sign-in"
                + " without them and meanwhile";
    }

    @Override
    public Setting setting() {
        return Setting.AUTO;
    }

    @Override
    public boolean isRepeated() {
        return false;
    }

    @Override
    public List<Figure> warmUp(Bench bench) throws IOException, InterruptedException {
        int seconds = bench.options().warmUpSeconds();
        SignIns.prepared(bench).p95(seconds);
        try (MailSink sink = MailSink.started()) {
            invite(bench, sink, Math.min(bench.options().invitations(), 50 * seconds));
            arrived(sink, Math.min(bench.options().invitations(), 50 * seconds));
        }
        return List.of();
    }

    @Override
    public List<Figure> run(Bench bench) throws IOException, InterruptedException {
        var people = SignIns.prepared(bench);
        int seconds = bench.options().loginSeconds();
        int invitations = bench.options().invitations();
        List<Figure> figures = new ArrayList<>();
        figures.add(login(bench, STILL, people.p95(seconds), "no mail under way"));
        try (MailSink sink = MailSink.started()) {
            invite(bench, sink, invitations);
            double p95 = people.p95(seconds);
            int meanwhile = sink.mails();
            if (meanwhile == invitations) {
                throw new IllegalStateException(
                        "all mails were out before the sign-ins: more -Dbench.invitations are needed");
            }
            figures.add(login(bench, MAILING, p95, meanwhile + " mails by the end of the sign-ins"));
            arrived(sink, invitations);
            double rate = invitations * 1e9 / sink.span().toNanos();
            String note = "%d bytes each".formatted(sink.bytes() / invitations);
            figures.add(new Figure(MAILS, Unit.MAILS_PER_SECOND, rate, invitations, note));
        }
        return figures;
    }

    /** Until the last of them is waiting to be sent. */
    private static void invite(Bench bench, MailSink sink, int people) throws IOException {
        // Set beside the attributes that are there: a PUT of some takes the others away, the root of departments too.
        var realm = bench.newRealm()
                .api()
                .set(Map.of("frontendUrl", bench.server().url().toString()));
        realm.put("", Map.of("smtpServer", sink.settings())).expect(204);
        ImportJob.uploaded(realm, bench.file(people)).inviting().seconds("start", "full");
    }

    private static void arrived(MailSink sink, int mails) {
        Awaitility.await("mails")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> sink.mails() >= mails);
    }

    private static Figure login(Bench bench, String name, double p95, String note) {
        int logins = bench.options().loginRate() * bench.options().loginSeconds();
        return new Figure(name, Unit.MILLISECONDS, p95, logins, note);
    }
}
