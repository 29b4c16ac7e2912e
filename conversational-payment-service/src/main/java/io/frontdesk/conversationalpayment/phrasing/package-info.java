/** The words of the dialogue's own replies, in the visitor's language. */
@NullMarked
package io.frontdesk.conversationalpayment.phrasing;

import org.jspecify.annotations.NullMarked;
