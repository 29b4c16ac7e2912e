/** Brings a confirmed quote to its payment, however often the way is interrupted. */
@NullMarked
package io.frontdesk.conversationalpayment.settlement;

import org.jspecify.annotations.NullMarked;
