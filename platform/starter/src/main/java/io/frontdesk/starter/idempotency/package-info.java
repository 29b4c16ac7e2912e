/** No double effect: a repeated request with the same Idempotency-Key gets the first answer. */
@NullMarked
package io.frontdesk.starter.idempotency;

import org.jspecify.annotations.NullMarked;
