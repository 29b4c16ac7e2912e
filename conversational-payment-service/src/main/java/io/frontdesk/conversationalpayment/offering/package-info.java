/** What can be booked and paid for, as the calendar tells it. */
@NullMarked
package io.frontdesk.conversationalpayment.offering;

import org.jspecify.annotations.NullMarked;
