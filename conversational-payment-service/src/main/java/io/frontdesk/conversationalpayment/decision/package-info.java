/** Staff's yes or no to payments above the threshold. */
@NullMarked
package io.frontdesk.conversationalpayment.decision;

import org.jspecify.annotations.NullMarked;
