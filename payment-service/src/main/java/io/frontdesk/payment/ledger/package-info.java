/** Double-entry books: every fact that moves money is one balanced transaction, never changed. */
@NullMarked
package io.frontdesk.payment.ledger;

import org.jspecify.annotations.NullMarked;
