package io.keycloakcrm.demo.crm;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator says.
 *
 * @param issuer the realm where people sign in
 * @param data directory of the database
 * @param samples file of people and departments to make up customers for, where there are none yet; null for none
 */
@ConfigurationProperties("crm")
public record CrmSettings(URI issuer, Path data, @Nullable Path samples) {}
