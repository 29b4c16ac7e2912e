/** The chunk index in PostgreSQL, on pgvector. */
@NullMarked
package io.frontdesk.ragcore.pgvector;

import org.jspecify.annotations.NullMarked;
