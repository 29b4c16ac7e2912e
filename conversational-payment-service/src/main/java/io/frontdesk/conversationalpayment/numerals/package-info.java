/** Finds numbers in a message, written in digits or in words. */
@NullMarked
package io.frontdesk.conversationalpayment.numerals;

import org.jspecify.annotations.NullMarked;
