package io.frontdesk.test.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Connects the app under test to a broker inside the test's JVM, so that its events travel and its
 * handlers hear what {@link TestBroker#send} sends. Without it an app under test keeps its events
 * in the outbox, where {@link EventProbe} finds them.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BrokerTest {}
