package io.keycloakcrm.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

class ReservedClaimsTest {

    @ParameterizedTest
    @ValueSource(strings = {"crm", "acme_crm", "crm-2", "Access"})
    void allowNamesThatNobodyElseUses(String name) {
        assertThat(ReservedClaims.allow(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "azp",
                "scope",
                "acr",
                "realm_access",
                "resource_access",
                "groups",
                "Groups",
                "REALM_ACCESS",
                "crm_departments",
                "_claim_names",
                "_claim_sources",
                "act",
                "active",
                "client_id",
                "email"
            })
    void refuseWhatMeansSomethingToOthers(String name) {
        assertThat(ReservedClaims.allow(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "realm_access.roles",
                "crm.roles",
                "realm\\.access",
                "realm_access ",
                "crm\n",
                "https://acme.example/crm",
                "1crm",
                "客户",
                "c r m",
                "crm[0]",
                "crm\"",
                "crm\u0000",
                "ѕub"
            })
    void refuseWhatIsNoPlainName(String name) {
        assertThat(ReservedClaims.allow(name)).isFalse();
    }

    @Test
    void holdEveryFieldOfKeycloaksAccessToken() {
        var mapper = JsonSerialization.mapper;
        List<BeanPropertyDefinition> fields = mapper.getSerializationConfig()
                .introspect(mapper.constructType(AccessToken.class))
                .findProperties();
        Set<String> free = fields.stream()
                .map(BeanPropertyDefinition::getName)
                .filter(name -> !name.equals("otherClaims")) // all the rest, without a name of its own
                .filter(ReservedClaims::allow)
                .collect(Collectors.toSet());

        assertThat(fields).hasSizeGreaterThan(30);
        assertThat(free).isEmpty();
    }
}
