/** Compares the ledger with the provider's own book. */
@NullMarked
package io.frontdesk.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
