/** What a payment has come to, as a function of its facts. */
@NullMarked
package io.frontdesk.payment.status;

import org.jspecify.annotations.NullMarked;
