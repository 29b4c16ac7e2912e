/** Captures, refunds and cancellations: written down, asked for, then booked. */
@NullMarked
package io.frontdesk.payment.movement;

import org.jspecify.annotations.NullMarked;
