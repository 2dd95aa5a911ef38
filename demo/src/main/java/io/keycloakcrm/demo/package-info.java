/**
 * Runs the product on one machine to be tried out: Keycloak with the extension and the demo realm, the demo
 * application, and a mail server with an inbox in the browser. Started by {@code ./mvnw -Prun}; never part of a deployment.
 */
@NullMarked
package io.keycloakcrm.demo;

import org.jspecify.annotations.NullMarked;
