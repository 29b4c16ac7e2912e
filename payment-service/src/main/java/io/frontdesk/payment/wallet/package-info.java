/** What payers of the sandbox have: test methods, saved customers, pages to pay on. */
@NullMarked
package io.frontdesk.payment.wallet;

import org.jspecify.annotations.NullMarked;
