/**
 * An import as a durable job: the stored file, chunks that any node may claim by lease and fence, and one result per
 * row. Knows how work is kept and handed out, not what is done with a row; that is a {@link ChunkWork}.
 */
@NullMarked
package io.keycloakcrm.imports.job;

import org.jspecify.annotations.NullMarked;
