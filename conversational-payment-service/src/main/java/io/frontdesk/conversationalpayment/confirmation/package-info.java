/** The one door through which a visitor's quote becomes a charge. */
@NullMarked
package io.frontdesk.conversationalpayment.confirmation;

import org.jspecify.annotations.NullMarked;
