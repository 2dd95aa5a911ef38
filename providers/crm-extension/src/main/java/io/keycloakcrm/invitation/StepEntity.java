package io.keycloakcrm.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One step of one invitation. */
@Entity(name = "CrmInvitationStep")
@Table(name = "CRM_INVITATION_STEP")
class StepEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "INVITATION_ID", nullable = false)
    private String invitationId;

    @Column(name = "INVITATION_VERSION", nullable = false)
    private int version;

    @Column(name = "STEP", nullable = false)
    private String step;

    @Column(name = "DONE_AT", nullable = false)
    private long doneAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StepEntity() {}

    StepEntity(String realmId, Edition of, InvitationStep.What what, long now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.invitationId = of.invitationId();
        this.version = of.version();
        this.step = what.id();
        this.doneAt = now;
    }

    InvitationStep toStep() {
        return new InvitationStep(InvitationStep.What.of(step), version, Instant.ofEpochMilli(doneAt));
    }
}
