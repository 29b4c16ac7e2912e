/**
 * No double effect: a repeated request with the same Idempotency-Key gets the first answer.
 *
 * <p>It holds for every POST of an authenticated caller that carries the key, where the service has
 * a database. The key row is written in one transaction with all that the handler changes, so that
 * both are there or neither, whatever dies in between. A key belongs to tenant and subject; the
 * same key with another body is refused. Only answers below 400 are kept: after a failure nothing
 * has changed, and a retry is judged anew. An answer that is streamed or larger than 1 MB is not
 * kept: its repetition changes nothing either, and is told so with 409.
 */
@NullMarked
package io.frontdesk.starter.idempotency;

import org.jspecify.annotations.NullMarked;
