/** A message from a provider, as it came and as it reads. */
@NullMarked
package io.frontdesk.payment.notice;

import org.jspecify.annotations.NullMarked;
