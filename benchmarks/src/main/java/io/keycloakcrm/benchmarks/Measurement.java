package io.keycloakcrm.benchmarks;

/**
 * A figure with the circumstances it was measured in.
 *
 * @param round from 1
 * @param load of the machine over the minute before, as the system says it
 */
record Measurement(Figure figure, int round, double load) {}
