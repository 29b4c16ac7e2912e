/**
 * Disputes: passed on to payment-service in the name of the person who handles them, and audited.
 */
@NullMarked
package io.frontdesk.conversationalpayment.dispute;

import org.jspecify.annotations.NullMarked;
