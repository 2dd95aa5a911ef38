package io.keycloakcrm.tests.clients.customers;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentsSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** What the bearer of a token may do. */
@Component
final class CallerAccess {

    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final RestClient http;

    CallerAccess(RestClient.Builder http) {
        this.http = http.build();
    }

    CrmAccess of(Jwt jwt) {
        CrmClaim claim = CrmClaim.ofToken(jwt.getClaims());
        if (claim.unresolved()) {
            claim = claim.resolve(lists(DepartmentsSource.in(jwt.getClaims()).orElseThrow(), jwt));
        }
        return CrmAccess.of(jwt.getSubject(), claim);
    }

    /** Departments that did not fit into the token. The token says where they are; Spring has verified it. */
    private DepartmentLists lists(DepartmentsSource source, Jwt jwt) {
        Map<String, Object> document = http.get()
                .uri(source.endpoint())
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(jwt.getTokenValue()))
                .retrieve()
                .body(DOCUMENT);
        return DepartmentLists.parse(Objects.requireNonNull(document).get(DepartmentLists.CLAIM));
    }
}
