package io.keycloakcrm.invitation.onboarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person accepted a version, when, and what he was shown. */
@Entity(name = "CrmTerms")
@Table(name = "CRM_TERMS")
class TermsEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "VERSION", nullable = false)
    String version;

    @Column(name = "TERMS_URL")
    @Nullable
    String termsUrl;

    @Column(name = "PRIVACY_URL")
    @Nullable
    String privacyUrl;

    @Column(name = "ACCEPTED_AT", nullable = false)
    long acceptedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TermsEntity() {}

    TermsEntity(String realmId, String userId, String version, OnboardingSettings shown, long now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.userId = userId;
        this.version = version;
        this.termsUrl = shown.termsUrl();
        this.privacyUrl = shown.privacyUrl();
        this.acceptedAt = now;
    }
}
