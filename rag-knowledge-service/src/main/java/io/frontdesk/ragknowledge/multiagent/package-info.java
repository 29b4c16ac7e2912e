/** Answers a question by several specialists at once, as one answer that says who said what. */
@NullMarked
package io.frontdesk.ragknowledge.multiagent;

import org.jspecify.annotations.NullMarked;
