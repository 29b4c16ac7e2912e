/** Amounts that a quote promised, and the one payment that each may become. */
@NullMarked
package io.frontdesk.payment.quote;

import org.jspecify.annotations.NullMarked;
