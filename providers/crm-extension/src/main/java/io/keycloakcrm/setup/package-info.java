/**
 * Makes a realm a CRM realm and tells what is missing in one: each part is created where it is absent, upgraded while
 * it is still as it was applied, and left alone once an administrator has changed it. Called over REST only; the topmost
 * room, so it may use every other.
 */
@NullMarked
package io.keycloakcrm.setup;

import org.jspecify.annotations.NullMarked;
