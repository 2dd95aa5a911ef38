package io.keycloakcrm.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** One row per invitation. Times are milliseconds of the database's clock. */
@Entity(name = "CrmInvitation")
@Table(name = "CRM_INVITATION")
class InvitationEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    /** The user while it is live, itself after: unique, and never null because some databases allow only one null. */
    @Column(name = "LIVE_USER_ID", nullable = false)
    private String liveUserId;

    @Column(name = "VERSION", nullable = false)
    private int version;

    @Column(name = "STATE", nullable = false)
    private String state;

    @Column(name = "DELIVERY", nullable = false)
    private String delivery;

    @Nationalized
    @Column(name = "ADDRESS")
    private @Nullable String address;

    @Column(name = "INVITER_REALM_ID", nullable = false)
    private String inviterRealmId;

    @Column(name = "INVITER_ID", nullable = false)
    private String inviterId;

    @Nationalized
    @Column(name = "INVITER_CLIENT_ID")
    private @Nullable String inviterClientId;

    @Column(name = "SOURCE", nullable = false)
    private String source;

    @Column(name = "IMPORT_ID")
    private @Nullable String importId;

    @Column(name = "IMPORT_ROW")
    private @Nullable Long importRow;

    @Nationalized
    @Column(name = "MESSAGE")
    private @Nullable String message;

    @Column(name = "LOCALE")
    private @Nullable String locale;

    @Nationalized
    @Column(name = "CLIENT_ID")
    private @Nullable String clientId;

    @Nationalized
    @Column(name = "REDIRECT_URI")
    private @Nullable String redirectUri;

    @Column(name = "LIFE_MILLIS", nullable = false)
    private long lifeMillis;

    @Column(name = "SENDS", nullable = false)
    private int sends;

    /** The last version of which the person was reminded; 0 if of none. */
    @Column(name = "REMINDED_VERSION", nullable = false)
    private int remindedVersion;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "OPENED_AT")
    private @Nullable Long openedAt;

    @Column(name = "CLAIMED_AT")
    private @Nullable Long claimedAt;

    @Column(name = "ENDED_AT")
    private @Nullable Long endedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected InvitationEntity() {}

    InvitationEntity(
            String realmId,
            Invitee invitee,
            Inviter inviter,
            InvitationTerms terms,
            @Nullable Origin origin,
            long now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.userId = invitee.userId();
        this.liveUserId = invitee.userId();
        this.version = 1;
        this.state = InvitationState.PENDING.id();
        this.delivery = DeliveryState.NONE.id();
        this.address = invitee.address();
        this.inviterRealmId = inviter.realmId();
        this.inviterId = inviter.userId();
        this.inviterClientId = inviter.clientId();
        this.source = terms.source().id();
        this.importId = origin == null ? null : origin.importId();
        this.importRow = origin == null ? null : origin.row();
        this.message = terms.message();
        this.locale = terms.locale();
        this.clientId = terms.clientId();
        this.redirectUri = terms.redirectUri();
        this.lifeMillis = terms.life().toMillis();
        this.createdAt = now;
        this.expiresAt = now + lifeMillis;
    }

    Invitation toInvitation() {
        return new Invitation(
                id,
                userId,
                version,
                InvitationState.of(state),
                DeliveryState.of(delivery),
                address,
                new Inviter(inviterRealmId, inviterId, inviterClientId),
                new InvitationTerms(
                        Duration.ofMillis(lifeMillis), Source.of(source), message, locale, clientId, redirectUri),
                importId == null || importRow == null ? null : new Origin(importId, importRow),
                sends,
                new Invitation.Moments(
                        Instant.ofEpochMilli(createdAt),
                        Instant.ofEpochMilli(expiresAt),
                        moment(openedAt),
                        moment(claimedAt),
                        moment(endedAt)));
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
