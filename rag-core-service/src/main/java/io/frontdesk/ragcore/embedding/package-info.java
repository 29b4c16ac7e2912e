/** Turns text into vectors, in this process or at an OpenAI-compatible endpoint. */
@NullMarked
package io.frontdesk.ragcore.embedding;

import org.jspecify.annotations.NullMarked;
