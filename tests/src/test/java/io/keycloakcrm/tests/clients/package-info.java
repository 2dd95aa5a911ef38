/** The claim in the hands of others: libraries of Node.js and Spring, run as their books say, against the server under test. */
@NullMarked
package io.keycloakcrm.tests.clients;

import org.jspecify.annotations.NullMarked;
