/** Owns knowledge bases, documents, ingestion, answering. */
@NullMarked
package io.frontdesk.ragknowledge;

import org.jspecify.annotations.NullMarked;
