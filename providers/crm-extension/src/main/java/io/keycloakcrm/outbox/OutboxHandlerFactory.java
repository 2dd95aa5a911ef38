package io.keycloakcrm.outbox;

import io.keycloakcrm.rest.Registration;

/** Registers the handler of one kind of parcel; {@link #getId()} is the kind. */
public interface OutboxHandlerFactory extends Registration<OutboxHandler> {}
