/** Payers whose means of payment the provider keeps. */
@NullMarked
package io.frontdesk.payment.customer;

import org.jspecify.annotations.NullMarked;
