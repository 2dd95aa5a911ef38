package io.keycloakcrm.brand;

/**
 * What becomes of a brand's colour where people have to read: no darker and no lighter than it must be to stand out from
 * the grounds of the theme by 4.5:1 (WCAG 2.2, 1.4.3), so that no administrator can choose an unreadable page.
 *
 * @param light the colour on a light ground
 * @param onLight text on {@code light}
 * @param dark the colour on a dark ground
 * @param onDark text on {@code dark}
 */
record Palette(Color light, Color onLight, Color dark, Color onDark) {

    static final Color DEFAULT = new Color(0x14, 0x47, 0x7d);

    // The grounds in crm.css that are hardest to stand out from: what the pointer is over.
    private static final Color LIGHT_GROUND = new Color(0xea, 0xee, 0xf5);
    private static final Color DARK_GROUND = new Color(0x25, 0x2d, 0x3a);
    private static final Color INK = new Color(0x0c, 0x16, 0x22);

    private static final double READABLE = 4.5;
    private static final double STEP = 0.02;

    static Palette of(Color brand) {
        Color light = towards(Color.BLACK, brand, LIGHT_GROUND);
        Color dark = towards(Color.WHITE, brand, DARK_GROUND);
        return new Palette(light, textOn(light), dark, textOn(dark));
    }

    private static Color towards(Color end, Color brand, Color ground) {
        Color readable = brand;
        for (double share = STEP; readable.contrast(ground) < READABLE; share += STEP) {
            readable = brand.mixed(end, Math.min(share, 1));
        }
        return readable;
    }

    private static Color textOn(Color color) {
        return color.contrast(Color.WHITE) >= color.contrast(INK) ? Color.WHITE : INK;
    }
}
