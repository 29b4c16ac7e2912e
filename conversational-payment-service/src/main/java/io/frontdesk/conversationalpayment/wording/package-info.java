/** Turns a visitor's text into comparable words without losing where each came from. */
@NullMarked
package io.frontdesk.conversationalpayment.wording;

import org.jspecify.annotations.NullMarked;
