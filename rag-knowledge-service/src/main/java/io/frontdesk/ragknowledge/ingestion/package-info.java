/** Turns an accepted document into searchable chunks, in the background, durably and resumably. */
@NullMarked
package io.frontdesk.ragknowledge.ingestion;

import org.jspecify.annotations.NullMarked;
