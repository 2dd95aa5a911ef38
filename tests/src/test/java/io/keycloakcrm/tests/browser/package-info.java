/**
 * What people see, in a real browser: every page and mail in two sizes, two languages, light and dark. Pictures of all of it are left in
 * {@code target/screenshots}. With the tag {@code browser}, on one database only.
 */
@NullMarked
package io.keycloakcrm.tests.browser;

import org.jspecify.annotations.NullMarked;
