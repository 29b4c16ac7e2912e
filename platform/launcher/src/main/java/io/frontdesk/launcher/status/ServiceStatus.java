package io.frontdesk.launcher.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param health {@code ready}, {@code not ready}, {@code died} or {@code stopped}
 */
record ServiceStatus(
        String service,
        int port,
        String health,
        @Nullable Long pid,
        @Nullable Long megabytes,
        @Nullable Instant started) {
    static final String READY = "ready";
    static final String STOPPED = "stopped";
}
