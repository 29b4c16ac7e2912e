/** Turns text into vectors, in this process. */
@NullMarked
package io.frontdesk.ragcore.embedding;

import org.jspecify.annotations.NullMarked;
