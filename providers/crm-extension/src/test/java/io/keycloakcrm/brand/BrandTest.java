package io.keycloakcrm.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

class BrandTest {

    private final RealmModel realm = mock(RealmModel.class);

    @Test
    void isCalledAsTheRealmWhereNothingIsSet() {
        when(realm.getName()).thenReturn("acme");

        assertThat(Brand.of(realm).name()).isEqualTo("acme");

        when(realm.getDisplayName()).thenReturn("Acme GmbH");
        assertThat(Brand.of(realm).name()).isEqualTo("Acme GmbH");

        when(realm.getAttribute(Brand.NAME)).thenReturn("华夏银行");
        assertThat(Brand.of(realm).name()).isEqualTo("华夏银行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example/logo.png",
                "javascript:alert(1)",
                "https://acme.example/a b.png",
                "https://acme.example/\"onerror=",
                "data:text/html;base64,PGI+",
                "data:image/png,plain",
                "data:image/png;base64,AAA",
                "data:image/png;base64,AAAA\n"
            })
    void takesNothingForALogoThatAPageCouldSufferFrom(String logo) {
        assertThat(Brand.isLogo(logo)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example/logo.svg?size=2&v=3",
                "data:image/png;base64,AAAA",
                "data:image/svg+xml;base64,PHN2Zy8+"
            })
    void takesALogoByItsAddressOrAsItIs(String logo) {
        assertThat(Brand.isLogo(logo)).isTrue();
    }

    @Test
    void takesNoLogoAboveThirtyTwoKibibytes() {
        assertThat(Brand.isLogo(logoOf(Logo.MAX_BYTES))).isTrue();
        assertThat(Brand.isLogo(logoOf(Logo.MAX_BYTES + 1))).isFalse();
    }

    private static String logoOf(int bytes) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@b.example",
                "javascript:alert(1)//@x",
                "a@b.example?bcc=c@d.example",
                "a b@c",
                "tel:110"
            })
    void takesNothingForSupportThatIsNeitherMailNorHttps(String support) {
        assertThat(Brand.isSupport(support)).isFalse();
    }

    @Test
    void showsInMailsOnlyALogoThatHasAnAddress() {
        when(realm.getName()).thenReturn("acme");
        when(realm.getAttribute(Brand.LOGO)).thenReturn("data:image/png;base64,AAAA");
        assertThat(Brand.of(realm).forMails()).doesNotContainKey("logo");

        when(realm.getAttribute(Brand.LOGO)).thenReturn("https://acme.example/logo.png");
        assertThat(Brand.of(realm).forMails()).containsEntry("logo", "https://acme.example/logo.png");
    }

    @Test
    void linksSupportInMails() {
        when(realm.getName()).thenReturn("acme");
        when(realm.getAttribute(Brand.SUPPORT)).thenReturn("it@acme.example");

        assertThat(Brand.of(realm).forMails()).containsEntry("supportUrl", "mailto:it@acme.example");
    }

    @Test
    void isCalledByOneLineThatNothingTurnsOver() {
        when(realm.getName()).thenReturn("acme");
        when(realm.getDisplayName()).thenReturn("Acme\r\nBcc: eve\u202egnp");

        assertThat(Brand.of(realm).name()).isEqualTo("Acme Bcc: eve gnp");
    }

    @Test
    void saysItsNameInCssWithoutLeavingTheString() {
        when(realm.getName()).thenReturn("a\"}</style>\n");

        assertThat(new BrandStyle(Brand.of(realm), "/logo").css())
                .contains("--crm-brand-name:\"a\\22 \\7d \\3c \\2f style\\3e \\20 \"");
    }
}
