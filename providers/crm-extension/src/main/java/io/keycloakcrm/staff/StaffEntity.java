package io.keycloakcrm.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A staff member as lists and searches need him; see {@link StaffIndex} for where each column comes from. */
@Entity
@Table(name = "CRM_STAFF")
@NamedQuery(name = "StaffEntity.deleteByRealm", query = "delete from StaffEntity s where s.realmId = :realmId")
@NamedQuery(
        name = "StaffEntity.deleteByUser",
        query = "delete from StaffEntity s where s.realmId = :realmId and s.userId = :userId")
@NamedQuery(
        name = "StaffEntity.deleteOrphans",
        query = "delete from StaffEntity s where s.realmId = :realmId"
                + " and not exists (select 1 from UserEntity u where u.id = s.userId)")
@NamedQuery(
        name = "StaffEntity.login",
        query = "update StaffEntity s set s.lastLogin = :at where s.realmId = :realmId and s.userId = :userId")
@NamedQuery(
        name = "StaffEntity.byName",
        query = "select s.userId from StaffEntity s where s.realmId = :realmId and s.name = :name order by s.userId")
@NamedQuery(
        name = "StaffEntity.countByDepartment",
        query = "select s.departmentId, count(s) from StaffEntity s"
                + " where s.realmId = :realmId and s.departmentId is not null group by s.departmentId")
@NamedQuery(
        name = "StaffEntity.inDepartments",
        query = "select s.userId from StaffEntity s where s.realmId = :realmId and s.departmentId in (:departments)"
                + " and s.userId > :after order by s.userId")
class StaffEntity {

    @Id
    @Column(name = "USER_ID", length = 36)
    private String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Nationalized
    @Column(name = "EMPLOYEE_NUMBER")
    @Nullable
    String employeeNumber;

    @Column(name = "DEPARTMENT_ID", length = 36)
    @Nullable
    String departmentId;

    @Nationalized
    @Column(name = "POSITION_TITLE")
    @Nullable
    String position;

    @Column(name = "EMPLOYMENT_STATUS", length = 16)
    @Nullable
    String employmentStatus;

    @Column(name = "HIRE_DATE")
    @Nullable
    LocalDate hireDate;

    @Column(name = "VALID_FROM")
    @Nullable
    Long validFrom;

    @Column(name = "VALID_UNTIL")
    @Nullable
    Long validUntil;

    @Column(name = "MANAGER_ID", length = 36)
    @Nullable
    String managerId;

    @Column(name = "LAST_LOGIN")
    @Nullable
    Long lastLogin;

    @Nationalized
    @Column(name = "NAME_NORM")
    @Nullable
    String name;

    @Nationalized
    @Column(name = "SORT_NAME")
    @Nullable
    String sortName;

    @Nationalized
    @Column(name = "SEARCH_TEXT", length = 2000)
    @Nullable
    String searchText;

    @Nationalized
    @Column(name = "PHONE_NUMBER")
    @Nullable
    String phoneNumber;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StaffEntity() {}

    StaffEntity(String realmId, String userId) {
        this.realmId = realmId;
        this.userId = userId;
    }

    /** Whether everything that is made of the user is the same; the last login is not. */
    boolean hasSameContent(StaffEntity other) {
        return content().equals(other.content());
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                employeeNumber,
                departmentId,
                position,
                employmentStatus,
                hireDate,
                validFrom,
                validUntil,
                managerId,
                name,
                sortName,
                searchText,
                phoneNumber);
    }

    String userId() {
        return userId;
    }

    String realmId() {
        return realmId;
    }
}
