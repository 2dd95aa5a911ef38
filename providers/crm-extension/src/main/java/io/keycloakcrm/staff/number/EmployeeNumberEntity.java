package io.keycloakcrm.staff.number;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.keycloak.models.jpa.entities.UserAttributeEntity;

/** Who has an employee number. Written by {@link EmployeeNumberListener} alone, released by the database. */
@Entity
@Table(name = "CRM_EMPLOYEE_NUMBER")
@IdClass(EmployeeNumberEntity.Key.class)
@NamedQuery(
        name = "EmployeeNumberEntity.holder",
        query = "select e.userId from EmployeeNumberEntity e where e.realmId = :realmId and e.number = :number")
@NamedQuery(
        name = "EmployeeNumberEntity.holders",
        query =
                "select e.number, e.userId from EmployeeNumberEntity e where e.realmId = :realmId and e.number in (:numbers)")
@NamedQuery(
        name = "EmployeeNumberEntity.unreserved",
        query = "select a.id, a.value, a.user.id from UserAttributeEntity a"
                + " where a.name = 'employeeNumber' and a.user.realmId = :realmId and a.value is not null"
                + " and a.id > :after and not exists (select 1 from EmployeeNumberEntity e where e.attributeId = a.id)"
                + " order by a.id")
class EmployeeNumberEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "NUMBER_NORM", length = 64)
    private String number;

    @Column(name = "USER_ID", length = 36, nullable = false)
    private String userId;

    @Column(name = "ATTRIBUTE_ID", length = 36, nullable = false)
    private String attributeId;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected EmployeeNumberEntity() {}

    EmployeeNumberEntity(String realmId, String number, String userId, String attributeId) {
        this.realmId = realmId;
        this.number = number;
        this.userId = userId;
        this.attributeId = attributeId;
    }

    /**
     * The reservation that belongs to an attribute.
     *
     * @throws org.keycloak.models.ModelValidationException if its value is no employee number
     */
    static EmployeeNumberEntity of(UserAttributeEntity attribute) {
        String number = EmployeeNumber.normalize(attribute.getValue());
        if (!EmployeeNumber.isValid(number)) {
            throw EmployeeNumberListener.invalid();
        }
        return new EmployeeNumberEntity(
                attribute.getUser().getRealmId(), number, attribute.getUser().getId(), attribute.getId());
    }

    String userId() {
        return userId;
    }

    String number() {
        return number;
    }

    record Key(String realmId, String number) implements Serializable {}
}
