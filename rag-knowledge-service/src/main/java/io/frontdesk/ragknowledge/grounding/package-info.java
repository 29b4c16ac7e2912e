/**
 * Shows for each sentence of an answer that a quoted passage supports it, or drops the sentence.
 */
@NullMarked
package io.frontdesk.ragknowledge.grounding;

import org.jspecify.annotations.NullMarked;
