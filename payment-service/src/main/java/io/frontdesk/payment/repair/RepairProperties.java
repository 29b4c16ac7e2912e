package io.frontdesk.payment.repair;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently a provider is asked what became of work whose answer never came.
 *
 * @param patience how long a call may be under way before anybody asks
 * @param firstPause before the second question; doubles up to the longest
 * @param giveUp after which a payment that its provider has never heard of has failed
 */
@ConfigurationProperties("frontdesk.payment.repair")
public record RepairProperties(
        @DefaultValue("1m") Duration patience,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("15m") Duration giveUp) {
    private static final int MOST_DOUBLINGS = 20;

    /** When to ask again after so many questions. */
    public Instant next(Instant now, int checks) {
        var pause = firstPause.multipliedBy(1L << Math.min(checks, MOST_DOUBLINGS));
        return now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
    }
}
