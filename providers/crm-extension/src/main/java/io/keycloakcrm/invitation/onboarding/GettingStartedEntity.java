package io.keycloakcrm.invitation.onboarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a person ticked something off. */
@Entity(name = "CrmGettingStarted")
@Table(name = "CRM_GETTING_STARTED")
class GettingStartedEntity {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "LINK_KEY", nullable = false)
    String linkKey;

    @Column(name = "DONE_AT", nullable = false)
    long doneAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GettingStartedEntity() {}

    GettingStartedEntity(String realmId, String userId, String linkKey, long now) {
        this.id = UUID.randomUUID().toString();
        this.realmId = realmId;
        this.userId = userId;
        this.linkKey = linkKey;
        this.doneAt = now;
    }
}
