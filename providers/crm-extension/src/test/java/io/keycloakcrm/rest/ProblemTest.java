package io.keycloakcrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ErrorRepresentation;

class ProblemTest {

    @Test
    void tellsCodeTextAndValuesWhereThereIsNoRequest() {
        ErrorRepresentation body = Problem.body("name", "crm.department.name-taken", "Sales");

        assertThat(body.getErrorMessage()).isEqualTo("crm.department.name-taken");
        assertThat(body.getField()).isEqualTo("name");
        assertThat(body.getParams()).containsExactly("There is already a department Sales at this place.", "Sales");
    }
}
