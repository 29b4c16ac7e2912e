/** OpenAI's chat completions, so that the official clients work unchanged. */
@NullMarked
package io.frontdesk.ragcore.chat;

import org.jspecify.annotations.NullMarked;
