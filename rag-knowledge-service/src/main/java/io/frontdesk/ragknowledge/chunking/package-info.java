/** Cuts a document into passages that follow its structure, and text into sentences. */
@NullMarked
package io.frontdesk.ragknowledge.chunking;

import org.jspecify.annotations.NullMarked;
