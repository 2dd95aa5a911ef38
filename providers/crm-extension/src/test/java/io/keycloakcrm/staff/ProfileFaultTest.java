package io.keycloakcrm.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.userprofile.ValidationException;

final class ProfileFaultTest {

    private final ValidationException refused = new ValidationException(
            new ProfileFault("crm-phone-number", "phoneNumber", "crm.staff.phone-write-as", "+8613800138000"));

    @Test
    void givesTextsWhatTheyAreAboutAndNotTheKeyOfTheAttribute() {
        assertThat(refused.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessageParameters()).containsExactly("+8613800138000"));
    }

    @Test
    void belongsToTheFieldOfTheAttribute() {
        assertThat(refused.getErrors())
                .extracting(ValidationException.Error::getAttribute)
                .containsExactly("phoneNumber");
    }

    @Test
    void saysTheSameInOurAnswers() {
        assertThat(ProfileErrors.of(refused))
                .containsExactly(StaffError.of("phoneNumber", "crm.staff.phone-write-as", "+8613800138000"));
    }
}
