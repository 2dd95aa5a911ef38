package io.keycloakcrm.staff.department;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A renamed or moved department whose members still carry the old path; removed when the last one was refreshed. */
@Entity
@Table(name = "CRM_DEPARTMENT_REFRESH")
@NamedQuery(
        name = "DepartmentRefreshEntity.deleteByRealm",
        query = "delete from DepartmentRefreshEntity r where r.realmId = :realmId")
@NamedQuery(
        name = "DepartmentRefreshEntity.ids",
        query = "select r.departmentId, r.realmId from DepartmentRefreshEntity r order by r.realmId, r.departmentId")
class DepartmentRefreshEntity {

    @Id
    @Column(name = "DEPARTMENT_ID", length = 36)
    private String departmentId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    /** Members up to this user id are done; empty at the beginning. */
    @Column(name = "LAST_USER_ID", length = 36)
    String lastUserId = "";

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DepartmentRefreshEntity() {}

    DepartmentRefreshEntity(String realmId, String departmentId) {
        this.realmId = realmId;
        this.departmentId = departmentId;
    }

    String departmentId() {
        return departmentId;
    }

    String realmId() {
        return realmId;
    }
}
