/**
 * The ground every room stands on: where the administrative REST API begins, errors with stable codes, paging, and the
 * acting administrator with what he may confer. Knows no feature; every room may use it.
 */
@NullMarked
package io.keycloakcrm.rest;

import org.jspecify.annotations.NullMarked;
