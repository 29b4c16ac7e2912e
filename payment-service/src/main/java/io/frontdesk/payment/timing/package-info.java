/** Tells callers how much of a request was waiting for a provider. */
@NullMarked
package io.frontdesk.payment.timing;

import org.jspecify.annotations.NullMarked;
