package io.keycloakcrm.invitation.sms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The last code that a person asked for. */
@Entity(name = "CrmPhoneCode")
@Table(name = "CRM_PHONE_CODE")
class PhoneCodeEntity {

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID", nullable = false)
    String realmId;

    @Column(name = "REQUEST_ID", nullable = false)
    String requestId;

    @Column(name = "STATE", nullable = false)
    String state;

    @Column(name = "NUMBER_HASH")
    @Nullable
    String numberHash;

    @Column(name = "SALT")
    @Nullable
    String salt;

    @Column(name = "CODE_HASH")
    @Nullable
    String codeHash;

    @Column(name = "TRIES", nullable = false)
    int tries;

    @Column(name = "ASKED_AT", nullable = false)
    long askedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    long expiresAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PhoneCodeEntity() {}

    /** Of a person who has not asked for one yet. */
    PhoneCodeEntity(String realmId, String userId) {
        this.userId = userId;
        this.realmId = realmId;
        this.requestId = "";
        this.state = PhoneCodeState.NONE.id();
    }
}
