/**
 * Tells text that informs a reader from text that tries to steer whatever reads it: documents are
 * data, and what they order is neither obeyed nor quoted.
 */
@NullMarked
package io.frontdesk.ragknowledge.screening;

import org.jspecify.annotations.NullMarked;
