/** The OpenAI-compatible surface, so that the official clients work unchanged. */
@NullMarked
package io.frontdesk.ragcore.openai;

import org.jspecify.annotations.NullMarked;
