/** Calls to Stripe with a tenant's key, and what its errors mean. */
@NullMarked
package io.frontdesk.payment.stripewire;

import org.jspecify.annotations.NullMarked;
