package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

class ThemeItemTest {

    private final RealmModel model = mock(RealmModel.class);
    private final SetupRealm realm = new SetupRealm(mock(KeycloakSession.class), model);
    private final ThemeItem login = new ThemeItem(Theme.Type.LOGIN, "crm");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "keycloak", "keycloak.v2"})
    void dressesARealmThatWearsKeycloaks(String worn) {
        when(model.getLoginTheme()).thenReturn(worn);

        assertThat(login.live(realm)).isEmpty();
        login.create(realm);

        verify(model).setLoginTheme("crm");
    }

    @Test
    void seesAThemeThatWasChosen() {
        when(model.getLoginTheme()).thenReturn("house-style");

        assertThat(login.live(realm)).isEqualTo(Optional.of("house-style"));
    }
}
