package io.keycloakcrm.tests.clients;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot program that listens at a port of its own. */
record SpringProgram(ConfigurableApplicationContext context) implements AutoCloseable {

    static SpringProgram started(Class<?> program, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                0,
                "spring.main.banner-mode",
                "off",
                "logging.level.root",
                "error"));
        properties.putAll(settings);
        return new SpringProgram(new SpringApplicationBuilder(program)
                .properties(properties)
                .registerShutdownHook(false)
                .run());
    }

    URI url(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
