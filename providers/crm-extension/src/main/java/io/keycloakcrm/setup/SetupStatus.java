package io.keycloakcrm.setup;

import io.keycloakcrm.access.AccessProblem;
import io.keycloakcrm.outbox.DeadLetter;
import java.util.List;

/**
 * How far the realm is from a CRM realm of this release.
 *
 * @param complete nothing is missing and nothing is outdated; what administrators customised is theirs and complete
 * @param problems what CRM roles say that cannot be understood, or is about nothing that there is; setup leaves it to those who wrote it
 * @param undelivered mails and the like that were given up, by reason
 */
record SetupStatus(boolean complete, List<Item> items, List<AccessProblem> problems, List<DeadLetter> undelivered) {

    record Item(String item, ItemState state) {

        private boolean settled() {
            return state == ItemState.PRESENT || state == ItemState.CUSTOMIZED;
        }
    }

    static SetupStatus of(List<Item> items, List<AccessProblem> problems, List<DeadLetter> undelivered) {
        return new SetupStatus(items.stream().allMatch(Item::settled), items, problems, undelivered);
    }
}
