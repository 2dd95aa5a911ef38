package io.keycloakcrm.setup;

import java.util.List;

/**
 * How far the realm is from a CRM realm of this release.
 *
 * @param complete nothing is missing and nothing is outdated; what administrators customised is theirs and complete
 */
record SetupStatus(boolean complete, List<Item> items) {

    record Item(String item, ItemState state) {

        private boolean settled() {
            return state == ItemState.PRESENT || state == ItemState.CUSTOMIZED;
        }
    }

    static SetupStatus of(List<Item> items) {
        return new SetupStatus(items.stream().allMatch(Item::settled), items);
    }
}
