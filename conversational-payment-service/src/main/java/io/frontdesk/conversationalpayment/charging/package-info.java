/**
 * Calls to payment-service, always in this service's own name: it alone decides what visitors pay.
 */
@NullMarked
package io.frontdesk.conversationalpayment.charging;

import org.jspecify.annotations.NullMarked;
