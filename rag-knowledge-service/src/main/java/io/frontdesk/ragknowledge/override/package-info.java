/** Answers that a person wrote for a question, which win over documents. */
@NullMarked
package io.frontdesk.ragknowledge.override;

import org.jspecify.annotations.NullMarked;
