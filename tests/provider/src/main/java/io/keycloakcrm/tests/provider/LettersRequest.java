package io.keycloakcrm.tests.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Mails to be sent.
 *
 * @param kind of the parcels
 * @param keys one parcel each
 * @param address to whom
 * @param rollback whether the transaction fails after they were put into the outbox
 */
record LettersRequest(
        @JsonProperty("kind") String kind,
        @JsonProperty("keys") List<String> keys,
        @JsonProperty("address") String address,
        @JsonProperty("rollback") boolean rollback) {}
