/** Payments and their facts, and the one place where facts become status, ledger and events. */
@NullMarked
package io.frontdesk.payment.book;

import org.jspecify.annotations.NullMarked;
