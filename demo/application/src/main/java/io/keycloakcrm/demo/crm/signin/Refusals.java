package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.claims.ClaimException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.HttpClientErrorException;

/** What becomes of a request whose person cannot be known to be allowed. */
@ControllerAdvice
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** A claim that does not answer is an answer: no. */
    @ExceptionHandler
    void refuse(ClaimException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("No access for {}: {}", request.getRemoteUser(), e.getMessage());
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** The session at Keycloak is over, so this one is; whoever may come back signs in again. */
    @ExceptionHandler({ClientAuthorizationException.class, HttpClientErrorException.Unauthorized.class})
    void signInAgain(RuntimeException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.debug("Signed out {}: {}", request.getRemoteUser(), e.getMessage());
        new SecurityContextLogoutHandler()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        response.sendRedirect(request.getContextPath() + "/");
    }
}
