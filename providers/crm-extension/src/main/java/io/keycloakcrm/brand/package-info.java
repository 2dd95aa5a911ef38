/**
 * How a realm looks to its people: name, logo, colour and support contact, kept as realm attributes, shown by the pages and
 * mails of the theme {@code crm} without a rebuild (ADR 24). Called by rooms that write mails; its style and logo by browsers.
 */
@NullMarked
package io.keycloakcrm.brand;

import org.jspecify.annotations.NullMarked;
