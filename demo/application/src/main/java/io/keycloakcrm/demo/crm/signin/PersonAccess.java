package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.Department;
import io.keycloakcrm.claims.DepartmentsSource;
import io.keycloakcrm.demo.crm.directory.Directory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/**
 * What the person at the browser may do. The answer is kept as long as the access token lives; then the token is refreshed and
 * userinfo asked again, so a right that was taken away is gone within that time, and so is a person whom Keycloak no longer lets in.
 */
@Component
final class PersonAccess {

    private final OAuth2AuthorizedClientManager tokens;
    private final KeycloakClaims keycloak;
    private final Directory directory;

    PersonAccess(OAuth2AuthorizedClientManager tokens, KeycloakClaims keycloak, Directory directory) {
        this.tokens = tokens;
        this.keycloak = keycloak;
        this.directory = directory;
    }

    /**
     * The access of this session.
     *
     * @throws io.keycloakcrm.claims.ClaimException if the claim is missing or cannot be understood
     * @throws org.springframework.security.oauth2.client.ClientAuthorizationException if Keycloak gives no more tokens
     */
    FreshAccess now(OAuth2AuthenticationToken person, HttpServletRequest request) {
        OAuth2AuthorizedClient client = token(person, request);
        HttpSession session = request.getSession();
        @Nullable FreshAccess held = (FreshAccess) session.getAttribute(FreshAccess.ATTRIBUTE);
        if (held != null && held.token().equals(client.getAccessToken().getTokenValue())) {
            return held;
        }
        FreshAccess read = read(person.getPrincipal(), client);
        session.setAttribute(FreshAccess.ATTRIBUTE, read);
        return read;
    }

    private OAuth2AuthorizedClient token(OAuth2AuthenticationToken person, HttpServletRequest request) {
        String registration = person.getAuthorizedClientRegistrationId();
        @Nullable
        OAuth2AuthorizedClient client = tokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(person)
                .attribute(HttpServletRequest.class.getName(), request)
                .build());
        if (client == null) {
            throw new ClientAuthorizationRequiredException(registration);
        }
        return client;
    }

    private FreshAccess read(OAuth2User user, OAuth2AuthorizedClient client) {
        Map<String, Object> claims = keycloak.userInfo(client);
        CrmAccess access = CrmAccess.ofToken(claims);
        if (!access.subject().equals(user.getName())) {
            // OpenID Connect Core 5.3.2: userinfo about somebody else must not be used.
            throw new IllegalStateException(
                    "userinfo is about " + access.subject() + " and not about " + user.getName());
        }
        if (access.claim().unresolved()) {
            access = CrmAccess.of(access.subject(), resolved(access.claim(), claims, client));
        }
        meet(access, String.valueOf(Objects.requireNonNullElse(claims.get("name"), access.subject())));
        Instant until = Objects.requireNonNullElseGet(client.getAccessToken().getExpiresAt(), Instant::now);
        return new FreshAccess(client.getAccessToken().getTokenValue(), access, Instant.now(), until);
    }

    private CrmClaim resolved(CrmClaim claim, Map<String, Object> claims, OAuth2AuthorizedClient client) {
        return DepartmentsSource.in(claims)
                .map(source -> claim.resolve(keycloak.departmentLists(source, client)))
                .orElse(claim);
    }

    private void meet(CrmAccess access, String name) {
        directory.meet(access.subject(), name);
        @Nullable Department department = access.claim().department();
        if (department != null) {
            directory.meetDepartment(department.id(), department.path());
        }
    }
}
