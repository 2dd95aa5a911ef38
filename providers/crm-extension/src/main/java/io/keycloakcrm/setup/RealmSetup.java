package io.keycloakcrm.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the plan to a realm, and tells how far the realm is from it. */
final class RealmSetup {

    private final SetupRealm realm;
    private final SetupPlan plan;
    private final SetupItemRepository memory;

    RealmSetup(SetupRealm realm, SetupPlan plan, SetupItemRepository memory) {
        this.realm = realm;
        this.plan = plan;
        this.memory = memory;
    }

    /** All or nothing: what fails leaves the transaction to be rolled back by the caller. */
    List<SetupReport.Item> apply() {
        Map<String, Fingerprint> applied = memory.applied(realmId());
        List<SetupReport.Item> done = new ArrayList<>();
        for (SetupItem item : plan.items()) {
            done.add(new SetupReport.Item(item.id(), apply(item, applied.get(item.id()))));
        }
        realm.store();
        memory.flush();
        return done;
    }

    List<SetupStatus.Item> inspect() {
        Map<String, Fingerprint> applied = memory.applied(realmId());
        return plan.items().stream()
                .map(item -> new SetupStatus.Item(item.id(), state(item, applied.get(item.id()))))
                .toList();
    }

    private ItemResult apply(SetupItem item, @Nullable Fingerprint applied) {
        ItemResult result = switch (state(item, applied)) {
            case MISSING -> {
                item.create(realm);
                yield ItemResult.CREATED;
            }
            case OUTDATED -> {
                item.update(realm);
                yield ItemResult.UPDATED;
            }
            case PRESENT -> ItemResult.UNCHANGED;
            case CUSTOMIZED -> ItemResult.KEPT;
        };
        Fingerprint desired = Fingerprint.of(item.desired());
        if (result != ItemResult.KEPT && !desired.equals(applied)) {
            memory.remember(realmId(), item.id(), desired);
        }
        return result;
    }

    private ItemState state(SetupItem item, @Nullable Fingerprint applied) {
        Optional<Fingerprint> live = item.live(realm).map(Fingerprint::of);
        return ItemState.of(Fingerprint.of(item.desired()), live.orElse(null), applied);
    }

    private String realmId() {
        return realm.model().getId();
    }
}
