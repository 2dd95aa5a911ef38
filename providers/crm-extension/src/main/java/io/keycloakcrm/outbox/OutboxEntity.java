package io.keycloakcrm.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parcel on its way, or what became of it. Times are milliseconds of the database's clock. */
@Entity(name = "CrmOutbox")
@Table(name = "CRM_OUTBOX")
class OutboxEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "KIND", nullable = false)
    private String kind;

    @Column(name = "PARCEL_KEY", nullable = false)
    private String key;

    @Column(name = "REFERENCE", nullable = false)
    private String reference;

    /**
     * {@code waiting}; {@code claimed} by a node that has not begun; {@code sending}, which nobody but the claimant may
     * end; then {@code sent}, {@code withdrawn} or {@code dead}.
     */
    @Column(name = "STATE", nullable = false)
    private String state;

    @Column(name = "DUE_AT", nullable = false)
    private long dueAt;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    /** Of the claim that holds it, or held it last: what a node must state in each of its transactions. */
    @Column(name = "CLAIM_ID")
    private @Nullable String claimId;

    @Column(name = "LEASE_UNTIL", nullable = false)
    private long leaseUntil;

    /** Code of what was wrong last. */
    @Column(name = "REASON")
    private @Nullable String reason;

    /** The number in which the other side said so; 0 for none. */
    @Column(name = "REPLY", nullable = false)
    private int reply;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "ENDED_AT")
    private @Nullable Long endedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OutboxEntity() {}

    OutboxEntity(String realmId, Parcel parcel, long now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.kind = parcel.kind();
        this.key = parcel.key();
        this.reference = parcel.reference();
        this.state = "waiting";
        this.dueAt = now;
        this.createdAt = now;
    }

    Claimed claimedAs(String claim) {
        return new Claimed(id, realmId, new Parcel(kind, key, reference), claim, attempts);
    }

    /** As whoever has it holds it. */
    Claimed claimed() {
        return claimedAs(Objects.requireNonNullElse(claimId, ""));
    }
}
