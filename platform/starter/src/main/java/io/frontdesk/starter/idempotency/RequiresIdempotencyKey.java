package io.frontdesk.starter.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A POST handler that moves money, holds or books: without an Idempotency-Key it answers 400. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresIdempotencyKey {
    /**
     * Whether key row and handler share one transaction. Say {@code false} for a handler that calls
     * a third party and must write down what it is about to do before it does it: then it runs in
     * transactions of its own. The key is held meanwhile; when the process dies in the middle, it
     * is free again after {@code frontdesk.idempotency.lease}, and the handler must recognise on
     * its own what it had begun.
     */
    boolean oneTransaction() default true;
}
