/**
 * Files of staff on their way into a realm: upload, analysis, mapping, dry run, start, results. Here is what the REST
 * API says; reading is done in {@code file} and {@code mapping}, the work in {@code job}.
 */
@NullMarked
package io.keycloakcrm.imports;

import org.jspecify.annotations.NullMarked;
