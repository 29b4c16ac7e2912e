/** Owns chunk storage and index, embeddings, similarity search, text generation. */
@NullMarked
package io.frontdesk.ragcore;

import org.jspecify.annotations.NullMarked;
