/** Reads messages by rules alone, the same way every time. */
@NullMarked
package io.frontdesk.conversationalpayment.rulereading;

import org.jspecify.annotations.NullMarked;
