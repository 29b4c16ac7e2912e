/** Payments that the payer's bank took back, and the business's answers. */
@NullMarked
package io.frontdesk.payment.dispute;

import org.jspecify.annotations.NullMarked;
