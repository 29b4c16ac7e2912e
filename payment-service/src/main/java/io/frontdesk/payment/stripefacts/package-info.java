/**
 * Reads Stripe's objects as facts, the same whether an answer, a webhook or a lookup tells them.
 */
@NullMarked
package io.frontdesk.payment.stripefacts;

import org.jspecify.annotations.NullMarked;
