package io.keycloakcrm.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A code that was given out, by its hash. */
@Entity(name = "CrmInvitationCode")
@Table(name = "CRM_INVITATION_CODE")
class CodeEntity {

    @Id
    @Column(name = "CODE_HASH", length = 64)
    private String hash;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "INVITATION_ID", nullable = false)
    private String invitationId;

    @Column(name = "INVITATION_VERSION", nullable = false)
    private int version;

    @Column(name = "CHANNEL", nullable = false)
    private String channel;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CodeEntity() {}

    CodeEntity(String realmId, Edition of, Code code, Channel channel, long now) {
        this.hash = code.hash();
        this.realmId = realmId;
        this.invitationId = of.invitationId();
        this.version = of.version();
        this.channel = channel.id();
        this.createdAt = now;
    }
}
