package io.keycloakcrm.invitation.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A bucket that is not full; times are milliseconds of the database's clock. */
@Entity(name = "CrmInvitationAllowance")
@Table(name = "CRM_INVITATION_ALLOWANCE")
class AllowanceEntity {

    @Id
    @Column(name = "ID", length = 64)
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "FULL_AT", nullable = false)
    private long fullAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AllowanceEntity() {}

    AllowanceEntity(String id, String realmId, long fullAt) {
        this.id = id;
        this.realmId = realmId;
        this.fullAt = fullAt;
    }
}
