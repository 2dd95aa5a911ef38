package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keycloakcrm.rest.ActingAdministrator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

class RightsTest {

    private final KeycloakSession session = mock();
    private final KeycloakContext keycloak = mock();
    private final RealmModel realm = mock();
    private final ImportJob job = mock();
    private final ActingAdministrator acting = mock();
    private final UserPermissionEvaluator users = mock();

    RightsTest() {
        AdminPermissionEvaluator evaluator = mock();
        when(evaluator.users()).thenReturn(users);
        when(session.getContext()).thenReturn(keycloak);
        when(keycloak.getRealm()).thenReturn(realm);
        when(job.acting()).thenReturn(acting);
        when(acting.evaluator(any(), any())).thenReturn(Optional.of(evaluator));
    }

    @Test
    void areLostWhenTheAdministratorMayNotManageUsers() {
        when(users.canManage()).thenReturn(false);

        assertThatThrownBy(
                        () -> new Rights(MembersPath.AUTO).context(session, job, new ChunkMemory(), rows -> Map.of()))
                .isInstanceOf(RightLost.class)
                .hasNoCause();
    }

    @Test
    void areLostWhenAPolicyAsksAboutARequest() {
        var noRequest = new IllegalStateException("no active request scope");
        when(users.canManage()).thenThrow(noRequest);

        assertThatThrownBy(
                        () -> new Rights(MembersPath.AUTO).context(session, job, new ChunkMemory(), rows -> Map.of()))
                .isInstanceOf(RightLost.class)
                .hasCause(noRequest);
    }
}
