package io.frontdesk.starter.events;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is away for a while: one log line when it goes, one when it is back. */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final String what;
    private final Duration longest;
    private @Nullable Duration pause;

    Outage(String what, Duration longest) {
        this.what = what;
        this.longest = longest;
    }

    /** Returns how long to wait before the next attempt: twice as long each time. */
    synchronized Duration failed(Throwable cause) {
        if (pause == null) {
            log.warn("{}; trying again until it works. Cause: {}", what, reason(cause));
            log.debug("Cause", cause);
            pause = FIRST;
        } else {
            pause = pause.multipliedBy(2);
        }
        if (pause.compareTo(longest) > 0) {
            pause = longest;
        }
        return pause;
    }

    synchronized void over() {
        if (pause != null) {
            pause = null;
            log.info("No longer: {}", what);
        }
    }

    private static String reason(Throwable cause) {
        var root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
