package io.keycloakcrm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void losesItsPath() {
        assertThat(FileName.sanitized("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.sanitized("C:\\Users\\王芳\\员工.csv")).isEqualTo("员工.csv");
    }

    @Test
    void losesControlAndDirectionCharacters() {
        assertThat(FileName.sanitized("a\r\nb\u0000\u202Evsc.exe")).isEqualTo("abvsc.exe");
    }

    @Test
    void keepsMarkupAsTextForThosePagesThatEscape() {
        assertThat(FileName.sanitized("<img src=x>.csv")).isEqualTo("<img src=x>.csv");
    }

    @Test
    void isCutWithoutBreakingACharacter() {
        String name = FileName.sanitized("a".repeat(254) + "😀.csv");

        assertThat(name).isEqualTo("a".repeat(254));
    }

    @Test
    void isNeverEmpty() {
        assertThat(FileName.sanitized(null)).isEqualTo("upload");
        assertThat(FileName.sanitized("\u0007")).isEqualTo("upload");
    }

    @Test
    void offersDownloadsUnderPlainNames() {
        assertThat(FileName.disposition("staff\"; x=\"y.csv"))
                .isEqualTo("attachment; filename=\"staff_x_y-results.csv\"");
        assertThat(FileName.disposition("员工.csv")).isEqualTo("attachment; filename=\"import-results.csv\"");
    }
}
