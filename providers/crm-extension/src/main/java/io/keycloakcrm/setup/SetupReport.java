package io.keycloakcrm.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What setup did.
 *
 * @param adopted number of accounts that became staff members
 * @param duplicateEmployeeNumbers ids of users who have an employee number that another user has too; a person has to
 *     give one of the two another number
 * @param serviceClient null where none was asked for
 */
record SetupReport(
        List<Item> items,
        int adopted,
        List<String> duplicateEmployeeNumbers,
        @Nullable Credentials serviceClient) {

    record Item(String item, ItemResult result) {}

    /** @param secret only in the answer to the request that made the client; null ever after */
    record Credentials(String clientId, @Nullable String secret) {

        // Records print all they hold, and a log line is soon written.
        @Override
        public String toString() {
            return "Credentials[clientId=" + clientId + "]";
        }
    }

    /** The same for eyes other than the caller's, such as the admin event. */
    SetupReport withoutSecret() {
        return serviceClient == null
                ? this
                : new SetupReport(
                        items, adopted, duplicateEmployeeNumbers, new Credentials(serviceClient.clientId(), null));
    }
}
