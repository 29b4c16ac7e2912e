/** Stripe's side, in memory: answers as Stripe does, and holds both sides to its published API. */
@NullMarked
package io.frontdesk.payment.stripestandin;

import org.jspecify.annotations.NullMarked;
