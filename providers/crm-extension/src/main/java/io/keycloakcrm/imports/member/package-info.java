/**
 * What a row does to the realm: finds the member it speaks of, plans the change through the directory under the
 * uploader's rights, and carries it out unless the job is a dry run.
 */
@NullMarked
package io.keycloakcrm.imports.member;

import org.jspecify.annotations.NullMarked;
