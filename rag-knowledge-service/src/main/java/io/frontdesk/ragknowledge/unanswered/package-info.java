/** Questions that found no answer, kept so that someone can write one. */
@NullMarked
package io.frontdesk.ragknowledge.unanswered;

import org.jspecify.annotations.NullMarked;
