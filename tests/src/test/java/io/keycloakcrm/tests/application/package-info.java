/** The demo application as a program of its own against the server under test, seen through a browser's eyes. */
@NullMarked
package io.keycloakcrm.tests.application;

import org.jspecify.annotations.NullMarked;
