/** Charges, quotes and the ledger through the gateway. */
@NullMarked
package io.frontdesk.e2e.payments;

import org.jspecify.annotations.NullMarked;
