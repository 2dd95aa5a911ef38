package io.keycloakcrm.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+86-13979219825,+8613979219825",
        "15159044338,+8615159044338",
        "+33 6 18 07 56 66,+33618075666",
        "+4915149141093,+4915149141093",
        "１３９７９２１９８２５,+8613979219825",
        "+86 139–7921–9825,+8613979219825",
        "\u202d13979219825\u202c,+8613979219825",
        "(0592) 555-1234,+865925551234",
        "' 139\u00a07921 9825 ',+8613979219825",
    })
    void writesE164(String raw, String e164) {
        assertThat(PhoneNumbers.e164(raw, "CN")).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'13979219825",
                "12345",
                "",
                "1.3979219825E10",
                "1-800-FLOWERS",
                "13979219825/13979219826",
                "13979219825 ext 5",
                "电话13979219825",
                "+8613",
                "++8613979219825"
            })
    void acceptsNothingElse(String raw) {
        assertThat(PhoneNumbers.e164(raw, "CN")).isEmpty();
    }
}
