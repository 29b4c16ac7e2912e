/** How questions are worded: when two ask the same, and what in them is personal. */
@NullMarked
package io.frontdesk.ragknowledge.wording;

import org.jspecify.annotations.NullMarked;
