/**
 * What all work needs that no request waits for: threads that come and go, rounds at fixed times, short transactions, one
 * clock for all nodes, and whose fault a failure is. Knows no feature; every room may use it.
 */
@NullMarked
package io.keycloakcrm.background;

import org.jspecify.annotations.NullMarked;
