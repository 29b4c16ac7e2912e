/** Owns providers, payments, refunds, webhooks, ledger. */
@NullMarked
package io.frontdesk.payment;

import org.jspecify.annotations.NullMarked;
