package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import org.junit.jupiter.api.Test;

@WithKeycloak
final class ExtensionInstalledIT {

    private static final String UNKNOWN_BRANCH = "/admin/realms/master/crm/nonexistent";

    private final Crm crm;

    ExtensionInstalledIT(Crm crm) {
        this.crm = crm;
    }

    @Test
    void answersNotFoundBelowItsOwnPath() {
        assertThat(crm.admin().get(UNKNOWN_BRANCH).status()).isEqualTo(404);
    }

    @Test
    void answersNobodyWithoutToken() {
        assertThat(crm.anonymous().get(UNKNOWN_BRANCH).status()).isEqualTo(401);
    }
}
