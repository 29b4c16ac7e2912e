/** Reads sums of money from a message; what can be read in two ways is told as such. */
@NullMarked
package io.frontdesk.conversationalpayment.amounts;

import org.jspecify.annotations.NullMarked;
