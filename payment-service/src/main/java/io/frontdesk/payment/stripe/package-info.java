/** Stripe as a payment provider, over its own client library. */
@NullMarked
package io.frontdesk.payment.stripe;

import org.jspecify.annotations.NullMarked;
