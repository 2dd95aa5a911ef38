package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.claims.DepartmentLists;
import io.keycloakcrm.claims.DepartmentsSource;
import io.keycloakcrm.demo.crm.CrmSettings;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks Keycloak with a person's access token; what it answers is as good as a signature, for only Keycloak is asked. */
@Component
final class KeycloakClaims {

    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final URI issuer;

    KeycloakClaims(RestClient.Builder http, CrmSettings settings) {
        this.http = http.build();
        this.issuer = settings.issuer();
    }

    Map<String, Object> userInfo(OAuth2AuthorizedClient client) {
        String endpoint = client.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        return get(URI.create(endpoint), client);
    }

    /** The departments that did not fit into the claim. */
    DepartmentLists departmentLists(DepartmentsSource source, OAuth2AuthorizedClient client) {
        if (!source.endpoint().toString().startsWith(issuer + "/")) {
            throw new IllegalStateException(
                    "the token of a person is for " + issuer + " alone, not for " + source.endpoint());
        }
        return DepartmentLists.parse(get(source.endpoint(), client).get(DepartmentLists.CLAIM));
    }

    private Map<String, Object> get(URI endpoint, OAuth2AuthorizedClient client) {
        return Objects.requireNonNull(
                http.get()
                        .uri(endpoint)
                        .accept(MediaType.APPLICATION_JSON)
                        .headers(headers ->
                                headers.setBearerAuth(client.getAccessToken().getTokenValue()))
                        .retrieve()
                        .body(CLAIMS),
                () -> "no claims from " + endpoint);
    }
}
