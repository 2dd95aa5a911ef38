/** Sends mails through the outbox as a room of another extension would: by its interfaces alone. */
@NullMarked
package io.keycloakcrm.tests.provider;

import org.jspecify.annotations.NullMarked;
