/** Sets of questions with the answers that are expected, to measure answering with. */
@NullMarked
package io.frontdesk.ragknowledge.questionset;

import org.jspecify.annotations.NullMarked;
