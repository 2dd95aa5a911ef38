package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

class ProfileItemTest {

    private final KeycloakSession session = mock();
    private final UserProfileProvider profiles = mock();
    private final UPConfig profile = new UPConfig();
    private final SetupRealm realm = new SetupRealm(session, mock(RealmModel.class));
    private final ProfileAttributeItem item = new ProfileAttributeItem(position("admin", "user"));

    @BeforeEach
    void realmHasAForeignAttribute() {
        profile.addOrReplaceAttribute(new UPAttribute("shoeSize"));
        when(session.getProvider(UserProfileProvider.class)).thenReturn(profiles);
        when(profiles.getConfiguration()).thenReturn(profile);
    }

    @Test
    void doesNotMindTheOrderOfRoles() {
        profile.addOrReplaceAttribute(position("user", "admin"));

        assertThat(item.live(realm).map(Fingerprint::of)).hasValue(Fingerprint.of(item.desired()));
    }

    @Test
    void seesAChangedPermission() {
        profile.addOrReplaceAttribute(position("admin"));

        assertThat(item.live(realm).map(Fingerprint::of)).get().isNotEqualTo(Fingerprint.of(item.desired()));
    }

    @Test
    void addsToTheProfileAndKeepsForeignAttributes() {
        item.create(realm);
        realm.store();

        assertThat(profile.getAttributes()).extracting(UPAttribute::getName).containsExactly("shoeSize", "position");
        verify(profiles).setConfiguration(profile);
    }

    @Test
    void upgradesWithoutMovingTheFieldInTheForm() {
        profile.setAttributes(new ArrayList<>(List.of(position("admin"), new UPAttribute("shoeSize"))));

        item.update(realm);

        assertThat(profile.getAttributes()).extracting(UPAttribute::getName).containsExactly("position", "shoeSize");
        assertThat(profile.getAttribute("position").getPermissions().getView()).containsOnly("admin", "user");
    }

    private static UPAttribute position(String... viewers) {
        var attribute = new UPAttribute("position");
        attribute.setPermissions(new UPAttributePermissions(new LinkedHashSet<>(List.of(viewers)), Set.of("admin")));
        return attribute;
    }
}
