/** Understands a visitor's message about paying, by rules alone and the same way every time. */
@NullMarked
package io.frontdesk.conversationalpayment.understanding;

import org.jspecify.annotations.NullMarked;
