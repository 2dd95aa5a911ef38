package io.keycloakcrm.staff.number;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One of {@value #COUNT} rows that serialise people who ask for the same employee number. */
@Entity
@Table(name = "CRM_EMPLOYEE_NUMBER_STRIPE")
class EmployeeNumberStripeEntity {

    static final int COUNT = 64;

    @Id
    @Column(name = "ID")
    private int id;

    protected EmployeeNumberStripeEntity() {}

    int id() {
        return id;
    }

    static int of(String realmId, String number) {
        return Math.floorMod(31 * realmId.hashCode() + number.hashCode(), COUNT);
    }
}
