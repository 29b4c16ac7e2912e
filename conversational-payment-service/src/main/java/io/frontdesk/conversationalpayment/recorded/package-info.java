/** What payment-service's events told of payments, kept for search, sums and exports. */
@NullMarked
package io.frontdesk.conversationalpayment.recorded;

import org.jspecify.annotations.NullMarked;
