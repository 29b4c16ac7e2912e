/** How a provider says no, or says nothing. */
@NullMarked
package io.frontdesk.payment.refusal;

import org.jspecify.annotations.NullMarked;
