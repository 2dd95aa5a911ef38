package io.keycloakcrm.outbox;

import java.util.regex.Pattern;

/**
 * Something to go out, by reference: no address, no text and no secret, because rows of the outbox outlive what they
 * refer to and are read by operators.
 *
 * @param kind id of the {@link OutboxHandlerFactory} that knows what to make of the reference
 * @param key what of the same key is put into a realm's outbox goes out once, such as {@code invitation:<id>:<version>}
 * @param reference for the handler, such as the id of an invitation
 */
public record Parcel(String kind, String key, String reference) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public Parcel {
        require(KIND, kind);
        require(KEY, key);
        require(REFERENCE, reference);
    }

    private static void require(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not of the form " + form);
        }
    }
}
