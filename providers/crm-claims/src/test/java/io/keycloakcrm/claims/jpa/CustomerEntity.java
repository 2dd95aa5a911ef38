package io.keycloakcrm.claims.jpa;

import io.keycloakcrm.claims.CrmRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A record as an application may keep it. */
@Entity
@Table(name = "customer")
class CustomerEntity {

    @Id
    private int id;

    @Column(name = "owner_id")
    private @Nullable String ownerId;

    @Column(name = "dept_id")
    private @Nullable String departmentId;

    private @Nullable String region;

    protected CustomerEntity() {}

    CustomerEntity(int id, CrmRecord record) {
        this.id = id;
        this.ownerId = record.owner();
        this.departmentId = record.department();
        this.region = record.region();
    }

    int id() {
        return id;
    }

    CrmRecord record() {
        return new CrmRecord(ownerId, departmentId, region);
    }
}
