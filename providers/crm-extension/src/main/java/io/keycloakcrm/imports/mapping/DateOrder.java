package io.keycloakcrm.imports.mapping;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which order a column writes dates whose year comes last. A year in front says all by itself, whatever the order. */
enum DateOrder {
    /** No date with the year last is accepted. */
    YMD,
    DMY,
    MDY;

    private static final String TRANSFORM = "date:";

    String transform() {
        return TRANSFORM + name().toLowerCase(Locale.ROOT);
    }

    static DateOrder of(@Nullable String transform) {
        return Stream.of(values())
                .filter(order -> order.transform().equals(transform))
                .findFirst()
                .orElse(YMD);
    }

    static boolean isTransform(String transform) {
        return Stream.of(values()).anyMatch(order -> order.transform().equals(transform));
    }
}
