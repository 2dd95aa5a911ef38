/**
 * What leaves the server after a transaction has committed: mails, later text messages and webhooks. A room above puts a
 * parcel into the {@link io.keycloakcrm.outbox.Outbox} within its own transaction and registers an
 * {@link io.keycloakcrm.outbox.OutboxHandler} that makes the content just before it goes out; this room sees to it that
 * it goes out at most once, later if it must, and that what cannot be delivered is seen.
 */
@NullMarked
package io.keycloakcrm.outbox;

import org.jspecify.annotations.NullMarked;
