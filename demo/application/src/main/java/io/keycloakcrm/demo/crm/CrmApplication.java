package io.keycloakcrm.demo.crm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application; {@code application.yaml} says what it wants to know. */
@ConfigurationPropertiesScan
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class CrmApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CrmApplication.class, arguments);
    }
}
