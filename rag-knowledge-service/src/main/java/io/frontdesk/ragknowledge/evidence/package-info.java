/**
 * Weighs how much speaks for each sentence of the passages found being the answer to a question.
 */
@NullMarked
package io.frontdesk.ragknowledge.evidence;

import org.jspecify.annotations.NullMarked;
