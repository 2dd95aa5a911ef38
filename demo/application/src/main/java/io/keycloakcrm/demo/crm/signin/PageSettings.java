package io.keycloakcrm.demo.crm.signin;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** What all pages share: the person's access as an argument, and the person's language. */
@Configuration(proxyBeanMethods = false)
class PageSettings implements WebMvcConfigurer {

    private final AccessArgument access;

    PageSettings(AccessArgument access) {
        this.access = access;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(access);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var chosenByLink = new LocaleChangeInterceptor();
        chosenByLink.setParamName("lang");
        chosenByLink.setIgnoreInvalidLocale(true);
        interceptors.addInterceptor(chosenByLink);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PersonLocale();
    }
}
