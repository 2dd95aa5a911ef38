package io.keycloakcrm.demo;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the build hands over and what the person at the terminal chose.
 *
 * @param keycloak the unpacked Keycloak distribution
 * @param extension the provider jar to install
 * @param application the runnable jar of the demo application
 * @param data where the databases of this run live; kept between runs
 * @param port HTTP port of Keycloak; the start fails if it is taken
 * @param applicationPort wish for the demo application
 * @param managementPort wish for Keycloak's health checks
 * @param smtpPort wish for the mail server
 * @param inboxPort wish for the inbox
 */
record DemoSettings(
        Path keycloak,
        Path extension,
        Path application,
        Path data,
        int port,
        int applicationPort,
        int managementPort,
        int smtpPort,
        int inboxPort) {

    static DemoSettings from(Properties properties) {
        return new DemoSettings(
                path(properties, "run.keycloak"),
                path(properties, "run.extension"),
                path(properties, "run.application"),
                path(properties, "run.data"),
                port(properties, "run.port"),
                port(properties, "run.app.port"),
                port(properties, "run.management.port"),
                port(properties, "run.smtp.port"),
                port(properties, "run.inbox.port"));
    }

    private static Path path(Properties properties, String name) {
        return Path.of(required(properties, name)).toAbsolutePath().normalize();
    }

    private static int port(Properties properties, String name) {
        String value = required(properties, name);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new CannotStart("-D%s=%s is no port number. Give one from 1 to 65535.".formatted(name, value));
        }
        return Integer.parseInt(value);
    }

    private static String required(Properties properties, String name) {
        @Nullable String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new CannotStart("-D%s has no value. Start the demo with ./mvnw -Prun".formatted(name));
        }
        return value.strip();
    }
}
