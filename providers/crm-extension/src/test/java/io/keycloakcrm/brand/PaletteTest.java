package io.keycloakcrm.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

    private static final Color LIGHT_PAPER = Color.WHITE;
    private static final Color DARK_PAPER = Color.parse("#1a202a").orElseThrow();

    @Test
    void measuresContrastAsTheStandardDoes() {
        assertThat(Color.BLACK.contrast(Color.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Color.parse("#767676").orElseThrow().contrast(Color.WHITE)).isCloseTo(4.54, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#ffff00", "#0b57b7", "#808080", "#ff0000", "#00ff00"})
    void makesEveryColourReadable(String color) {
        requireReadable(Palette.of(Color.parse(color).orElseThrow()));
    }

    @RepeatedTest(200)
    void makesAnyColourReadable() {
        requireReadable(Palette.of(
                Color.parse("#%06x".formatted(new Random().nextInt(0x1000000))).orElseThrow()));
    }

    private static void requireReadable(Palette palette) {
        assertThat(palette.light().contrast(LIGHT_PAPER)).isGreaterThanOrEqualTo(4.5);
        assertThat(palette.dark().contrast(DARK_PAPER)).isGreaterThanOrEqualTo(4.5);
        assertThat(palette.light().contrast(palette.onLight())).isGreaterThanOrEqualTo(4.5);
        assertThat(palette.dark().contrast(palette.onDark())).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void leavesAReadableColourAsItIs() {
        Color blue = Color.parse("#14477d").orElseThrow();

        assertThat(Palette.of(blue).light()).isEqualTo(blue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456;", "#123456}body{display:none", " #123456"})
    void takesNothingElseForAColour(String text) {
        assertThat(Color.parse(text)).isEmpty();
    }
}
