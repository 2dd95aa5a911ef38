package io.keycloakcrm.invitation.onboarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How far a person is who came by an invitation. */
@Entity(name = "CrmOnboarding")
@Table(name = "CRM_ONBOARDING")
class OnboardingEntity {

    @Id
    @Column(name = "INVITATION_ID")
    private String invitationId;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "CLAIM_ID")
    @Nullable
    String claimId;

    @Column(name = "WELCOMED_AT")
    @Nullable
    Long welcomedAt;

    /** When the person was through with getting started. */
    @Column(name = "STARTED_AT")
    @Nullable
    Long startedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OnboardingEntity() {}

    OnboardingEntity(String invitationId, String realmId, String userId) {
        this.invitationId = invitationId;
        this.realmId = realmId;
        this.userId = userId;
    }
}
