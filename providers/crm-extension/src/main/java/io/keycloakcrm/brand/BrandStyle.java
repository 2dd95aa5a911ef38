package io.keycloakcrm.brand;

/**
 * The brand as custom properties of CSS: the colours for {@code crm.css}, name or logo for {@code account.css}.
 *
 * @param logoPath where a logo is served that the realm keeps itself
 */
record BrandStyle(Brand brand, String logoPath) {

    String css() {
        return ":root{" + brand.color().map(Palette::of).map(BrandStyle::colors).orElse("") + heading() + "}\n";
    }

    private static String colors(Palette palette) {
        return "--crm-brand-light:%s;--crm-on-brand-light:%s;--crm-brand-dark:%s;--crm-on-brand-dark:%s;"
                .formatted(palette.light(), palette.onLight(), palette.dark(), palette.onDark());
    }

    private String heading() {
        return brand.logo()
                .map(logo -> "--crm-brand-logo:url(" + text(logo.startsWith("data:") ? logoPath : logo) + ")")
                .orElseGet(() -> "--crm-brand-logo-width:0;--crm-brand-name:" + text(brand.name()));
    }

    /** A string of CSS in which nothing but letters and digits stands for itself. */
    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character)) {
                quoted.appendCodePoint(character);
            } else {
                quoted.append('\\').append(Integer.toHexString(character)).append(' ');
            }
        });
        return quoted.append('"').toString();
    }
}
