package io.keycloakcrm.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keycloakcrm.invitation.sms.SmsSender;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

class WayTest {

    private static final String PHONE = "+8613800138000";

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final RealmModel realm = mock(RealmModel.class);
    private final UserModel user = mock(UserModel.class);

    @BeforeEach
    void haveEverything() {
        when(realm.getSmtpConfig()).thenReturn(Map.of("host", "mail.acme.example"));
        when(session.getProvider(SmsSender.class)).thenReturn(mock(SmsSender.class));
        when(user.getId()).thenReturn("ann");
        when(user.getEmail()).thenReturn("ann@acme.example");
        when(user.getFirstAttribute("phoneNumber")).thenReturn(PHONE);
    }

    @Test
    void isTheMailOfWhoeverHasAnAddress() {
        assertThat(Way.to(session, realm, user)).contains(new Way(Channel.MAIL, "ann@acme.example"));
    }

    @Test
    void isATextMessageToWhoeverHasOnlyAPhone() {
        when(user.getEmail()).thenReturn(null);
        assertThat(Way.to(session, realm, user)).contains(new Way(Channel.SMS, PHONE));
    }

    @Test
    void isNoTextMessageBecauseTheRealmHasNoMailServer() {
        when(realm.getSmtpConfig()).thenReturn(Map.of());
        assertThat(Way.to(session, realm, user)).isEmpty();
    }

    @Test
    void isNoneWhereNobodySends() {
        when(user.getEmail()).thenReturn("");
        when(session.getProvider(SmsSender.class)).thenReturn(null);
        assertThat(Way.to(session, realm, user)).isEmpty();
    }

    @Test
    void isNoneToWhoeverHasNothing() {
        when(user.getEmail()).thenReturn(null);
        when(user.getFirstAttribute("phoneNumber")).thenReturn(null);
        assertThat(Way.to(session, realm, user)).isEmpty();
    }
}
