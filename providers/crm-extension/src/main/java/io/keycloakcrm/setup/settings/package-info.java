/**
 * {@code /crm/settings}: what a realm's attributes say about its looks, invitations and welcome, in one checked document. The rooms that
 * live by them read them for themselves; here is the only place that refuses what they would have to ignore.
 */
@NullMarked
package io.keycloakcrm.setup.settings;

import org.jspecify.annotations.NullMarked;
