package io.keycloakcrm.demo.crm.customer;

/** How far the business with a customer has come. */
enum Stage {
    NEW,
    CONTACTED,
    OFFERED,
    WON,
    LOST
}
