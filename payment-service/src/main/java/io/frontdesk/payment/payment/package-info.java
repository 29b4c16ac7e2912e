/** Takes payments and shows them. */
@NullMarked
package io.frontdesk.payment.payment;

import org.jspecify.annotations.NullMarked;
