package io.keycloakcrm.invitation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

class OnboardingSettingsTest {

    private final RealmModel realm = mock(RealmModel.class);

    @Test
    void asksForNothingUnlessToldTo() {
        OnboardingSettings settings = OnboardingSettings.of(realm);

        assertThat(settings.termsVersion()).isNull();
        assertThat(settings.phone()).isFalse();
        assertThat(settings.gettingStarted()).isEmpty();
        assertThat(settings.passkeys()).isTrue();
    }

    @Test
    void readsLinksLineByLineAndLeavesOutWhatIsNone() {
        when(realm.getAttribute(OnboardingSettings.GETTING_STARTED)).thenReturn("""
                The first day | https://acme.example/first
                ${crm.tour}|http://acme.example/tour?a=1|2
                a|b line without address
                Script|javascript:alert(1)
                |https://acme.example/no-label
                """);

        assertThat(OnboardingSettings.of(realm).gettingStarted())
                .containsExactly(new GettingStartedLink("The first day", "https://acme.example/first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//acme.example/", "acme", " "
            })
    void linksToTheWebAlone(String address) {
        when(realm.getAttribute(OnboardingSettings.TERMS_URL)).thenReturn(address);

        assertThat(OnboardingSettings.of(realm).termsUrl()).isNull();
    }

    @Test
    void tellsLinksApartByWhereTheyLead() {
        assertThat(new GettingStartedLink("a", "https://acme.example/1").key())
                .isEqualTo(new GettingStartedLink("b", "https://acme.example/1").key())
                .isNotEqualTo(new GettingStartedLink("a", "https://acme.example/2").key())
                .hasSize(64);
    }
}
