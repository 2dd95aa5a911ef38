package io.keycloakcrm.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

class InvitationSettingsTest {

    private final RealmModel realm = mock(RealmModel.class);

    @Test
    void haveSensibleDefaults() {
        assertThat(InvitationSettings.of(realm))
                .isEqualTo(new InvitationSettings(Duration.ofDays(3), false, null, 5, Duration.ofMinutes(1), null));
    }

    @Test
    void areWhatTheRealmSays() {
        set(InvitationSettings.LIFE, "P7D");
        set(InvitationSettings.COPY_LINK, "true");
        set(InvitationSettings.REMINDER, "PT24H");
        set(InvitationSettings.PER_ADDRESS_PER_DAY, "3");
        set(InvitationSettings.COOL_DOWN, "PT5M");
        set(InvitationSettings.CLIENT, " crm-app ");
        assertThat(InvitationSettings.of(realm))
                .isEqualTo(new InvitationSettings(
                        Duration.ofDays(7), true, Duration.ofDays(1), 3, Duration.ofMinutes(5), "crm-app"));
    }

    @ParameterizedTest
    @CsvSource({
        "crm.invitation.life, PT1M",
        "crm.invitation.life, soon",
        "crm.invitation.copy-link, yes",
        "crm.invitation.reminder, -PT1H",
        "crm.invitation.per-address-per-day, 0",
        "crm.invitation.per-address-per-day, 99999999999",
        "crm.invitation.cool-down, -PT1S",
        "crm.invitation.client, ''",
    })
    void takeNoNonsense(String name, String value) {
        set(name, value);
        assertThat(InvitationSettings.of(realm)).isEqualTo(InvitationSettings.of(mock(RealmModel.class)));
    }

    private void set(String name, String value) {
        when(realm.getAttribute(name)).thenReturn(value);
    }
}
