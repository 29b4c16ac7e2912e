/** Assistants with knowledge bases and instructions of their own. */
@NullMarked
package io.frontdesk.ragknowledge.specialist;

import org.jspecify.annotations.NullMarked;
