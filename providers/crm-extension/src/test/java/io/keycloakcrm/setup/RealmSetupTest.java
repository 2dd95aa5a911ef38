package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

class RealmSetupTest {

    private static final String REALM = "realm-id";

    private final KeycloakSession session = mock();
    private final RealmModel model = mock();
    private final SetupItemRepository memory = mock();
    private final Part part = new Part("new");

    /** A part whose thing in the realm is a text. */
    private static final class Part implements SetupItem {

        private final String shipped;
        private @Nullable String live;

        Part(String shipped) {
            this.shipped = shipped;
        }

        @Override
        public String id() {
            return "part";
        }

        @Override
        public Object desired() {
            return shipped;
        }

        @Override
        public Optional<?> live(SetupRealm realm) {
            return Optional.ofNullable(live);
        }

        @Override
        public void create(SetupRealm realm) {
            live = shipped;
        }

        @Override
        public void update(SetupRealm realm) {
            live = shipped;
        }
    }

    @BeforeEach
    void nothingWasApplied() {
        when(model.getId()).thenReturn(REALM);
        applied(Map.of());
    }

    @Test
    void createsAndRemembersWhatIsMissing() {
        assertThat(apply()).isEqualTo(ItemResult.CREATED);
        assertThat(part.live).isEqualTo("new");
        verify(memory).remember(REALM, "part", Fingerprint.of("new"));
    }

    @Test
    void remembersWhatWasThereAsShippedSoThatTheNextReleaseMayUpgradeIt() {
        part.live = "new";

        assertThat(apply()).isEqualTo(ItemResult.UNCHANGED);
        verify(memory).remember(REALM, "part", Fingerprint.of("new"));
    }

    @Test
    void writesNothingWhereNothingChanged() {
        part.live = "new";
        applied(Map.of("part", Fingerprint.of("new")));

        assertThat(apply()).isEqualTo(ItemResult.UNCHANGED);
        verify(memory, never()).remember(any(), any(), any());
    }

    @Test
    void upgradesWhatIsStillAsItWasApplied() {
        part.live = "old";
        applied(Map.of("part", Fingerprint.of("old")));

        assertThat(apply()).isEqualTo(ItemResult.UPDATED);
        assertThat(part.live).isEqualTo("new");
        verify(memory).remember(REALM, "part", Fingerprint.of("new"));
    }

    @Test
    void keepsWhatAnAdministratorChanged() {
        part.live = "mine";
        applied(Map.of("part", Fingerprint.of("old")));

        assertThat(apply()).isEqualTo(ItemResult.KEPT);
        assertThat(part.live).isEqualTo("mine");
        verify(memory, never()).remember(any(), any(), any());
    }

    @Test
    void looksWithoutTouching() {
        assertThat(setup().inspect()).containsExactly(new SetupStatus.Item("part", ItemState.MISSING));
        assertThat(part.live).isNull();
        verify(memory, never()).remember(any(), any(), any());
    }

    @Test
    void countsCustomisedPartsAsComplete() {
        var mine = new SetupStatus.Item("part", ItemState.CUSTOMIZED);
        var old = new SetupStatus.Item("other", ItemState.OUTDATED);

        assertThat(SetupStatus.of(List.of(mine), List.of(), List.of()).complete())
                .isTrue();
        assertThat(SetupStatus.of(List.of(mine, old), List.of(), List.of()).complete())
                .isFalse();
    }

    private void applied(Map<String, Fingerprint> fingerprints) {
        when(memory.applied(REALM)).thenReturn(fingerprints);
    }

    private ItemResult apply() {
        return setup().apply().get(0).result();
    }

    private RealmSetup setup() {
        return new RealmSetup(new SetupRealm(session, model), new SetupPlan(List.of(part)), memory);
    }
}
