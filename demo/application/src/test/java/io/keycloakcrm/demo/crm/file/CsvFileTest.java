package io.keycloakcrm.demo.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void givesSpreadsheetsNothingToCompute(String text) throws IOException {
        assertThat(line(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void keepsNumbersNumbersAndQuotesQuotes() throws IOException {
        assertThat(line("a \"b\", c", -5, null)).isEqualTo("\"a \"\"b\"\", c\",-5,");
    }

    private static String line(@Nullable Object... values) throws IOException {
        var response = new MockHttpServletResponse();
        CsvFile.begin(response, "x.csv", "column").add(values);
        return response.getContentAsString().split("\r\n", -1)[1];
    }
}
