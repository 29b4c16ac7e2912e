/**
 * Answers a question with sentences quoted from the documents, or says that they do not hold the
 * answer.
 */
@NullMarked
package io.frontdesk.ragknowledge.answering;

import org.jspecify.annotations.NullMarked;
