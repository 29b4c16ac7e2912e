package io.frontdesk.starter.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST handler that waits for somebody outside. Under an Idempotency-Key, which it does not
 * require, it runs in transactions of its own, as with {@link
 * RequiresIdempotencyKey#oneTransaction()} set to false: no connection is held while it waits.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CallsThirdParty {}
