/** Tells a repeated call from a new one, longer than answers are kept. */
@NullMarked
package io.frontdesk.payment.request;

import org.jspecify.annotations.NullMarked;
