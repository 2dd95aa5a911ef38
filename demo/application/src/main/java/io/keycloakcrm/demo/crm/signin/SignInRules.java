package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.demo.crm.CrmSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;

/** Every page needs a sign-in at Keycloak; signing out here signs out there. */
@Configuration(proxyBeanMethods = false)
class SignInRules {

    private static final String START = "/oauth2/authorization";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    @Bean
    SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients, CrmSettings settings)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(SignedOutController.PATH, "/app.css")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(START + "/keycloak")
                        .failureUrl(SignedOutController.PATH + "?failed")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(withProofKey(clients)))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(fromTheIdToken())))
                .logout(logout -> logout.logoutSuccessHandler(alsoAtKeycloak(clients)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        contentPolicy(settings.issuer().resolve("/").toString()))))
                .build();
    }

    /** In the session and not by user name, as is the default: who signs out in one browser stays signed in in another. */
    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** The default skew is a minute, which may be all the life that a token has. */
    @Bean
    OAuth2AuthorizedClientManager tokenManager(
            ClientRegistrationRepository clients, OAuth2AuthorizedClientRepository tokens) {
        var manager = new DefaultOAuth2AuthorizedClientManager(clients, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.clockSkew(CLOCK_SKEW))
                .build());
        return manager;
    }

    /** Spring sends the proof key (RFC 7636) by itself only for public clients. */
    private static OAuth2AuthorizationRequestResolver withProofKey(ClientRegistrationRepository clients) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Userinfo is read by {@link PersonAccess}, once for each access token; a second time at sign-in would be for nothing. */
    private static OidcUserService fromTheIdToken() {
        var users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        return users;
    }

    private static OidcClientInitiatedLogoutSuccessHandler alsoAtKeycloak(ClientRegistrationRepository clients) {
        var logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setPostLogoutRedirectUri("{baseUrl}" + SignedOutController.PATH);
        return logout;
    }

    /** Browsers hold redirects that follow a form to form-action as well: signing out leads to Keycloak. */
    private static String contentPolicy(String keycloak) {
        return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + keycloak;
    }
}
