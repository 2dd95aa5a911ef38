package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelTest {

    @Test
    void takesAnIdAndAVersion() {
        assertThatCode(() -> new Parcel("invitation-mail", "invitation:0f5e:1", "0f5e"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Mail, key, reference", "mail, 'a b', reference", "mail, key, 'ann müller'", "mail, '', reference"})
    void takesNothingThatCouldBeAText(String kind, String key, String reference) {
        assertThatThrownBy(() -> new Parcel(kind, key, reference)).isInstanceOf(IllegalArgumentException.class);
    }
}
