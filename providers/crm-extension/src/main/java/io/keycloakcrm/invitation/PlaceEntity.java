package io.keycloakcrm.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One of the places that an address has in a day, and when it was last taken. */
@Entity(name = "CrmInvitationPlace")
@Table(name = "CRM_INVITATION_PLACE")
@IdClass(PlaceEntity.Key.class)
class PlaceEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "ADDRESS_HASH", length = 64)
    private String addressHash;

    @Id
    @Column(name = "PLACE")
    private int place;

    @Column(name = "TAKEN_AT", nullable = false)
    private long takenAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PlaceEntity() {}

    PlaceEntity(Key key, long now) {
        this.realmId = key.realmId();
        this.addressHash = key.addressHash();
        this.place = key.place();
        this.takenAt = now;
    }

    /** Which place of which address. */
    record Key(String realmId, String addressHash, int place) implements Serializable {}
}
