package io.keycloakcrm.invitation.sms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** What was spent on one day. */
@Entity(name = "CrmPhoneQuota")
@Table(name = "CRM_PHONE_QUOTA")
@IdClass(QuotaEntity.Key.class)
class QuotaEntity {

    @Id
    @Column(name = "SUBJECT")
    private String subject;

    @Id
    @Column(name = "QUOTA_DAY")
    private long day;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "SPENT", nullable = false)
    private int spent;

    record Key(String subject, long day) implements Serializable {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected QuotaEntity() {}

    QuotaEntity(String realmId, String subject, long day) {
        this.subject = subject;
        this.day = day;
        this.realmId = realmId;
    }
}
