package io.frontdesk.starter.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Handles events of one type. The method of a bean takes a single {@code CloudEvent<T>} and runs in
 * a transaction as the event's tenant, once per event: what it throws rolls everything back, and
 * the broker delivers again, later, until it gives up to the dead letters.
 *
 * <p>Class and method name identify the handler in the inbox: renamed, it may see an event that is
 * redelivered just then a second time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEvent {
    /** The event type, in full. */
    String value();
}
