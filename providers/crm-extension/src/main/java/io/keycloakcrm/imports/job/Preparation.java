package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.mapping.MappedRow;
import io.keycloakcrm.imports.mapping.StaffField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a file into chunks in one pass; where managers are named, two go before it, to learn the keys of all rows and to
 * follow the references. Memory grows by some bytes per row, never by the rows themselves.
 */
final class Preparation {

    /** Rows of a chunk whose members are mostly inserted together, or only looked at. */
    static final int LARGE_CHUNK = 500;

    /** Rows of a chunk whose members go through Keycloak's models one by one. */
    static final int SMALL_CHUNK = 100;

    /** Departments of a chunk: few enough for a short transaction, enough to read the tree seldom. */
    static final int CHUNK_DEPARTMENTS = 200;

    private final RowSource source;
    private final Analysis analysis;
    private final ImportSettings settings;
    private final Sink sink;
    private final FileKnowledge knowledge;
    private final Batch departments = new Batch(Phase.DEPARTMENTS, CHUNK_DEPARTMENTS);
    private final Batch members;
    private final Batch managers = new Batch(Phase.MANAGERS, SMALL_CHUNK);
    private final Batch invitations = new Batch(Phase.INVITATIONS, SMALL_CHUNK);

    /**
     * What the realm has to say.
     *
     * @param sharesEmails whether it lets several people have one e-mail address
     * @param insertsMembers whether new members are inserted together
     */
    record Circumstances(boolean sharesEmails, boolean insertsMembers) {}

    /** Prepares nothing yet. */
    Preparation(RowSource source, Analysis analysis, ImportSettings settings, Circumstances realm, Sink sink) {
        this.source = source;
        this.analysis = analysis;
        this.settings = settings;
        this.sink = sink;
        this.members =
                new Batch(Phase.MEMBERS, realm.insertsMembers() || settings.dryRun() ? LARGE_CHUNK : SMALL_CHUNK);
        this.knowledge = new FileKnowledge(
                fields(analysis), realm.sharesEmails() && !settings.key().equals(StaffField.EMAIL.id()));
    }

    /** Where chunks go; {@link #pulse} is called at every row, so that a lease can be kept. */
    interface Sink {
        void pulse();

        void add(Chunk chunk);
    }

    /** Prepares and answers the number of data rows. */
    long run() throws IOException, FileRefused {
        // Of all that a row may refer to only its manager can stand further down.
        boolean looksAhead = analysis.maps(StaffField.MANAGER.id());
        if (looksAhead) {
            lookAhead();
        }
        source.read(row -> {
            sink.pulse();
            if (!looksAhead) {
                knowledge.learn(row);
            }
            add(knowledge.complete(row));
        });
        members.cut();
        managers.cut();
        invitations.cut();
        addDepartments();
        return knowledge.rows();
    }

    private void lookAhead() throws IOException, FileRefused {
        source.read(row -> {
            sink.pulse();
            knowledge.learn(row);
        });
        source.read(row -> {
            sink.pulse();
            knowledge.link(row);
        });
        knowledge.findCircles();
    }

    private void addDepartments() {
        if (!settings.createDepartments()) {
            return;
        }
        long row = 0;
        for (String path : knowledge.departments()) {
            sink.pulse();
            Map<String, List<String>> values = Map.of(StaffField.DEPARTMENT.id(), List.of(path));
            departments.add(new PreparedRow(new MappedRow(++row, 0, values, List.of()), null));
        }
        departments.cut();
    }

    private void add(PreparedRow row) {
        members.add(row);
        if (row.value(StaffField.MANAGER.id()) != null) {
            managers.add(row);
        }
        if (settings.invite() && !settings.dryRun()) {
            invitations.add(row.numberAlone());
        }
    }

    private static Map<StaffField, Integer> fields(Analysis analysis) {
        Map<StaffField, Integer> fields = new HashMap<>();
        analysis.columns().stream()
                .filter(column -> column.field() != null)
                .forEach(column -> StaffField.byId(String.valueOf(column.field()))
                        .ifPresent(field -> fields.putIfAbsent(field, column.index())));
        return fields;
    }

    /** Rows of one phase on their way into a chunk. */
    private final class Batch {

        private final Phase phase;
        private final int size;
        private final List<PreparedRow> rows = new ArrayList<>();
        private int next;

        Batch(Phase phase, int size) {
            this.phase = phase;
            this.size = size;
        }

        void add(PreparedRow row) {
            rows.add(row);
            if (rows.size() == size) {
                cut();
            }
        }

        void cut() {
            if (!rows.isEmpty()) {
                sink.add(Chunk.of(phase, next++, rows));
                rows.clear();
            }
        }
    }
}
