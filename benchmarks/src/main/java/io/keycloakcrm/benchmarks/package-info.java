/**
 * Measures the import beside Keycloak's own ways in, in one run on one machine. {@link io.keycloakcrm.benchmarks.Benchmark}
 * is started by {@code ./mvnw -Pbench}; each way in is a {@link io.keycloakcrm.benchmarks.Scenario}.
 */
@NullMarked
package io.keycloakcrm.benchmarks;

import org.jspecify.annotations.NullMarked;
