/** What happened to a payment, as its provider tells it. */
@NullMarked
package io.frontdesk.payment.fact;

import org.jspecify.annotations.NullMarked;
