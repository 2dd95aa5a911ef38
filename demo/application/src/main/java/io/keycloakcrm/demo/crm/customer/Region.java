package io.keycloakcrm.demo.crm.customer;

import java.util.Locale;

/** Where a customer is; data scopes name regions by {@link #id}. */
enum Region {
    EAST,
    SOUTH,
    NORTH,
    WEST;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
