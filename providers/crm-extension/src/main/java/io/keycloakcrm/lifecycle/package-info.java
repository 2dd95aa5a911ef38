/** The life of an account after its creation; the only room that switches accounts off. */
@NullMarked
package io.keycloakcrm.lifecycle;

import org.jspecify.annotations.NullMarked;
