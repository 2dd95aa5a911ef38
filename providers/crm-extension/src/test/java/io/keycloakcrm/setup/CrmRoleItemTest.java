package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.RoleRepresentation;

class CrmRoleItemTest {

    private final RealmModel model = mock();
    private final ClientModel client = mock();
    private final RoleModel permission = mock();
    private final RoleModel live = mock();
    private final SetupRealm realm = new SetupRealm(mock(KeycloakSession.class), model);
    private final CrmRoleItem item = new CrmRoleItem(shipped());

    @BeforeEach
    void realmHasTheRoleAsShipped() {
        when(client.getClientId()).thenReturn("crm");
        when(permission.getName()).thenReturn("customer:view");
        when(permission.getContainer()).thenReturn(client);
        when(model.getRole("sales-rep")).thenReturn(live);
        when(live.getDescription()).thenReturn("Sells");
        when(live.getAttributes()).thenReturn(Map.of("crm.scope.*", List.of("self")));
        when(live.getCompositesStream()).thenAnswer(call -> Stream.of(permission));
    }

    @Test
    void recognisesTheRoleInTheRealm() {
        assertThat(fingerprint()).isEqualTo(Fingerprint.of(item.desired()));
    }

    @Test
    void leavesAttributesOfOthersOutOfTheComparison() {
        when(live.getAttributes()).thenReturn(Map.of("crm.scope.*", List.of("self"), "cost-centre", List.of("42")));

        assertThat(fingerprint()).isEqualTo(Fingerprint.of(item.desired()));
    }

    @Test
    void seesAnAddedScope() {
        when(live.getAttributes()).thenReturn(Map.of("crm.scope.*", List.of("self"), "crm.scope.lead", List.of("all")));

        assertThat(fingerprint()).isNotEqualTo(Fingerprint.of(item.desired()));
    }

    @Test
    void seesARoleOfTheSameNameInAnotherContainer() {
        when(permission.getContainer()).thenReturn(model);

        assertThat(fingerprint()).isNotEqualTo(Fingerprint.of(item.desired()));
    }

    private Fingerprint fingerprint() {
        return item.live(realm).map(Fingerprint::of).orElseThrow();
    }

    private static RoleRepresentation shipped() {
        var role = new RoleRepresentation("sales-rep", "Sells", false);
        role.setAttributes(Map.of("crm.scope.*", List.of("self")));
        var composites = new RoleRepresentation.Composites();
        composites.setClient(Map.of("crm", List.of("customer:view")));
        role.setComposites(composites);
        return role;
    }
}
