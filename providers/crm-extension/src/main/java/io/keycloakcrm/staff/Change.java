package io.keycloakcrm.staff;

import org.jspecify.annotations.Nullable;

/** What a property was and will be; several values are joined by a semicolon, null means none. */
public record Change(@Nullable String before, @Nullable String after) {}
