package io.keycloakcrm.invitation.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keycloakcrm.staff.PhoneRegion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

class SmsCountriesTest {

    @ParameterizedTest
    @CsvSource({
        "'', CN, +8613800138000, true",
        "'', CN, +886912345678, false",
        "'TW, cn', CN, +886912345678, true",
        "'TW', CN, +8613800138000, false",
        "'US', CN, +12125550123, true",
        "'CN', CN, +861012345678, false",
        "'GB', CN, +449098790000, false",
        "'CN', CN, 13800138000, false",
        "'CN', CN, '', false",
        "'*', CN, +8613800138000, false"
    })
    void reachesMobilesOfOpenCountriesAlone(String countries, String region, String number, boolean reached) {
        RealmModel realm = mock(RealmModel.class);
        when(realm.getAttribute(SmsCountries.ATTRIBUTE)).thenReturn(countries);
        when(realm.getAttribute(PhoneRegion.ATTRIBUTE)).thenReturn(region);

        assertThat(SmsCountries.of(realm).reach(number)).isEqualTo(reached);
    }
}
