package io.keycloakcrm.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.url.HostnameV2Provider;
import org.keycloak.urls.HostnameProvider;

class InvitationLinkTest {

    private final KeycloakSession session = mock(KeycloakSession.class);
    private final KeycloakContext context = mock(KeycloakContext.class);
    private final RealmModel realm = mock(RealmModel.class);
    private final Code code = Code.mint();

    @BeforeEach
    void openSession() {
        when(session.getContext()).thenReturn(context);
        when(context.getRealm()).thenReturn(realm);
        when(realm.getName()).thenReturn("销售");
    }

    @Test
    void leadsToTheServersOwnAddress() {
        set(null, "https://id.acme.example/auth/");
        assertThat(InvitationLink.of(session, realm, code))
                .contains(URI.create("https://id.acme.example/auth/realms/%E9%94%80%E5%94%AE/crm/i/" + code.secret()));
    }

    @Test
    void prefersTheAddressOfTheRealm() {
        set(null, "https://id.acme.example/");
        when(realm.getAttribute("frontendUrl")).thenReturn("https://sales.acme.example");
        assertThat(InvitationLink.base(session, realm)).contains(URI.create("https://sales.acme.example"));
    }

    @Test
    void isNotMadeWhereNoAddressIsSet() {
        set(null, null);
        assertThat(InvitationLink.of(session, realm, code)).isEmpty();
    }

    @Test
    void isNotMadeOfAHostAlone() {
        set("id.acme.example", null);
        assertThat(InvitationLink.of(session, realm, code)).isEmpty();
    }

    private void set(@Nullable String hostname, @Nullable String url) {
        var provider = new HostnameV2Provider(session, hostname, url == null ? null : URI.create(url), null, false);
        when(session.getProvider(HostnameProvider.class)).thenReturn(provider);
    }
}
