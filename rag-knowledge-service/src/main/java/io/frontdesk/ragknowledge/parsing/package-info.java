/**
 * Finds out what an uploaded file really is and reads it within limits of time, size and memory.
 */
@NullMarked
package io.frontdesk.ragknowledge.parsing;

import org.jspecify.annotations.NullMarked;
