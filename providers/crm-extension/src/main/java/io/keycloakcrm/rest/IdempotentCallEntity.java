package io.keycloakcrm.rest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Nationalized;

/** What a creating call with an {@code Idempotency-Key} made, so that its repetition makes nothing. */
@Entity
@Table(name = "CRM_IDEMPOTENT_CALL")
@IdClass(IdempotentCallEntity.Key.class)
@NamedQuery(
        name = "IdempotentCallEntity.deleteByRealm",
        query = "delete from IdempotentCallEntity c where c.realmId = :realmId")
@NamedQuery(
        name = "IdempotentCallEntity.deleteOlder",
        query = "delete from IdempotentCallEntity c where c.realmId = :realmId and c.createdAt < :before")
class IdempotentCallEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    /** The administrator; two of them may use the same key. */
    @Id
    @Column(name = "CALLER_ID", length = 36)
    private String callerId;

    @Id
    @Nationalized
    @Column(name = "CALL_KEY")
    private String key;

    @Column(name = "REQUEST_HASH", length = 64, nullable = false)
    private String requestHash;

    @Column(name = "RESOURCE_ID", length = 36, nullable = false)
    private String resourceId;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected IdempotentCallEntity() {}

    IdempotentCallEntity(Key id, String requestHash, String resourceId, long createdAt) {
        this.realmId = id.realmId();
        this.callerId = id.callerId();
        this.key = id.key();
        this.requestHash = requestHash;
        this.resourceId = resourceId;
        this.createdAt = createdAt;
    }

    String requestHash() {
        return requestHash;
    }

    String resourceId() {
        return resourceId;
    }

    long createdAt() {
        return createdAt;
    }

    record Key(String realmId, String callerId, String key) implements Serializable {}
}
