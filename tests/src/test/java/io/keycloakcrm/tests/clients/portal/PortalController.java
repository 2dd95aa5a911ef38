package io.keycloakcrm.tests.clients.portal;

import static org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver.clientRegistrationId;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Shows what the API answers: the status, and the body of a success. */
@RestController
final class PortalController {

    private final RestClient api;

    PortalController(RestClient api) {
        this.api = api;
    }

    @GetMapping("/{page:customers|export}")
    String page(@PathVariable String page) {
        return api.get()
                .uri("/{page}", page)
                .accept(MediaType.APPLICATION_JSON)
                .attributes(clientRegistrationId("keycloak"))
                .exchangeForRequiredValue(
                        (request, answer) -> answer.getStatusCode().is2xxSuccessful()
                                ? StreamUtils.copyToString(answer.getBody(), StandardCharsets.UTF_8)
                                : String.valueOf(answer.getStatusCode().value()));
    }
}
