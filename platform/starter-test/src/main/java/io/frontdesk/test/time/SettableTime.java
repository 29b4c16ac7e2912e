package io.frontdesk.test.time;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Replaces the {@link Clock} of a Spring test by a {@link SettableClock}, which the test may have
 * injected. It starts at the time of the context's start, in microseconds as rows keep them: a
 * standing clock would never reach a finer time that a row has rounded up.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(SettableTime.Settable.class)
public @interface SettableTime {
    /** Brings the clock into the context. */
    @TestConfiguration(proxyBeanMethods = false)
    class Settable {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
