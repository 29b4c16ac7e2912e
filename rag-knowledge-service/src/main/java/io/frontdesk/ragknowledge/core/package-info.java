/** The client of rag-core-service: stored chunks, similarity search, embeddings. */
@NullMarked
package io.frontdesk.ragknowledge.core;

import org.jspecify.annotations.NullMarked;
