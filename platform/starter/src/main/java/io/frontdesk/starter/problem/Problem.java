package io.frontdesk.starter.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/**
 * Put on an exception, says how it looks on the wire (RFC 9457). The exception's message becomes
 * the {@code detail}, so it speaks to the caller and tells what to do.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Problem {
    HttpStatus status();

    /** The last part of the type, for example {@code slot-taken}. */
    String type();

    String title();
}
