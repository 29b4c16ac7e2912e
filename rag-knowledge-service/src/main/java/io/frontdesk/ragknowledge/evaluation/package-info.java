/** Puts question sets to answering and keeps what came out, so that it can be compared. */
@NullMarked
package io.frontdesk.ragknowledge.evaluation;

import org.jspecify.annotations.NullMarked;
