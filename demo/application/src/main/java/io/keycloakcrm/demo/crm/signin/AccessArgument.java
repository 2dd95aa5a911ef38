package io.keycloakcrm.demo.crm.signin;

import io.keycloakcrm.claims.CrmAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller what the person may do, and its page too, for the page to decide about its buttons. */
@Component
final class AccessArgument implements HandlerMethodArgumentResolver {

    private final PersonAccess access;

    AccessArgument(PersonAccess access) {
        this.access = access;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CrmAccess.class;
    }

    @Override
    public CrmAccess resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var person = (OAuth2AuthenticationToken) Objects.requireNonNull(request.getUserPrincipal());
        FreshAccess fresh = access.now(person, request);
        if (page != null) {
            page.addAttribute("access", fresh.access());
            page.addAttribute("fresh", fresh);
            page.addAttribute("person", person.getPrincipal());
        }
        return fresh.access();
    }
}
