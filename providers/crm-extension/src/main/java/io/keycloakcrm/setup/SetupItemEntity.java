package io.keycloakcrm.setup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What setup last saw as its own: the fingerprint of one part as it was applied. */
@Entity
@Table(name = "CRM_SETUP_ITEM")
@IdClass(SetupItemEntity.Key.class)
@NamedQuery(name = "SetupItemEntity.byRealm", query = "select i from SetupItemEntity i where i.realmId = :realmId")
@NamedQuery(name = "SetupItemEntity.deleteByRealm", query = "delete from SetupItemEntity i where i.realmId = :realmId")
class SetupItemEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "ITEM", length = 255)
    private String item = "";

    @Column(name = "APPLIED_HASH", length = 64, nullable = false)
    private String appliedHash = "";

    @Column(name = "APPLIED_AT", nullable = false)
    private long appliedAt;

    protected SetupItemEntity() {}

    SetupItemEntity(String realmId, String item, String appliedHash, long appliedAt) {
        this.realmId = realmId;
        this.item = item;
        this.appliedHash = appliedHash;
        this.appliedAt = appliedAt;
    }

    String item() {
        return item;
    }

    String appliedHash() {
        return appliedHash;
    }

    /** Milliseconds since the epoch, the unit of Keycloak's own tables. */
    long appliedAt() {
        return appliedAt;
    }

    void apply(String hash, long at) {
        appliedHash = hash;
        appliedAt = at;
    }

    /** A class, for the specification asks for one with a no-argument constructor. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private String realmId = "";
        private String item = "";

        Key() {}

        Key(String realmId, String item) {
            this.realmId = realmId;
            this.item = item;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && realmId.equals(key.realmId) && item.equals(key.item);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, item);
        }
    }
}
