/** What a tenant accepts: currencies, amounts, the way of capture. */
@NullMarked
package io.frontdesk.payment.terms;

import org.jspecify.annotations.NullMarked;
