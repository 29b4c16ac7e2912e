package io.frontdesk.admincustomerrag.canary;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another service does in its own time. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Patience() {}

    /** Whether the condition held before the time was over; it is asked at least once. */
    public static boolean until(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }
}
