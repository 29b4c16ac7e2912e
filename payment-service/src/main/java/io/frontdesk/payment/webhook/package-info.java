/** Messages from providers: verified, kept as they came, then processed once. */
@NullMarked
package io.frontdesk.payment.webhook;

import org.jspecify.annotations.NullMarked;
