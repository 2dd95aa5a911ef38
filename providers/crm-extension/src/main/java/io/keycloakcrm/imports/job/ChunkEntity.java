package io.keycloakcrm.imports.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a job that one node works in one transaction. Claimed by a lease, held by a fence: each claim raises the
 * fence, and whoever works the chunk states his fence in the first statement of his transaction, so that a node that
 * was thought dead writes nothing when it wakes.
 */
@Entity(name = "CrmImportChunk")
@Table(name = "CRM_IMPORT_CHUNK")
class ChunkEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "IMPORT_ID", nullable = false)
    private String importId;

    @Column(name = "PHASE", nullable = false)
    private int phase;

    @Column(name = "CHUNK_NO", nullable = false)
    private int number;

    @Column(name = "FIRST_ROW", nullable = false)
    private long firstRow;

    @Column(name = "LAST_ROW", nullable = false)
    private long lastRow;

    @Column(name = "ROW_COUNT", nullable = false)
    private int rowCount;

    /** {@code open}, {@code claimed} or {@code done}. */
    @Column(name = "STATE", nullable = false)
    private String state;

    @Column(name = "OWNER")
    private @Nullable String owner;

    @Column(name = "FENCE", nullable = false)
    private long fence;

    @Column(name = "LEASE_UNTIL", nullable = false)
    private long leaseUntil;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    /** The row begun last when rows are worked one by one, 0 for none: what a node that died was at. */
    @Column(name = "TRIED_ROW", nullable = false)
    private long triedRow;

    @Column(name = "TRIES", nullable = false)
    private int tries;

    /** When a node passed the fence to finish it; by the database's clock. */
    @Column(name = "DONE_AT")
    private @Nullable Long doneAt;

    @Column(name = "PAYLOAD")
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    private byte @Nullable [] payload;

    @Column(name = "CREATED", nullable = false)
    private long created;

    @Column(name = "UPDATED", nullable = false)
    private long updated;

    @Column(name = "UNCHANGED", nullable = false)
    private long unchanged;

    @Column(name = "OFFBOARDED", nullable = false)
    private long offboarded;

    @Column(name = "FAILED", nullable = false)
    private long failed;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ChunkEntity() {}

    ChunkEntity(String realmId, String importId, Chunk chunk) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.importId = importId;
        this.phase = chunk.phase().position();
        this.number = chunk.number();
        this.firstRow = chunk.firstRow();
        this.lastRow = chunk.lastRow();
        this.rowCount = chunk.rowCount();
        this.state = "open";
        this.payload = chunk.payload();
    }

    Claim toClaim() {
        return new Claim(realmId, importId, id, Phase.at(phase), number, firstRow, lastRow, fence, attempts);
    }
}
