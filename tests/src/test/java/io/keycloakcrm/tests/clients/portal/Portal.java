package io.keycloakcrm.tests.clients.portal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;

/** The client as a program. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class Portal {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
        // Spring sends the proof key (RFC 7636) by itself only for public clients.
        var authorization = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        authorization.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2Login(login ->
                        login.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(authorization)))
                .build();
    }

    /** Shows the API the access token of whoever is signed in. */
    @Bean
    RestClient api(RestClient.Builder http, OAuth2AuthorizedClientManager tokens, @Value("${portal.api}") String url) {
        return http.baseUrl(url)
                .requestInterceptor(new OAuth2ClientHttpRequestInterceptor(tokens))
                .build();
    }
}
