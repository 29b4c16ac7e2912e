package io.frontdesk.admincustomerrag.usage;

import org.jspecify.annotations.Nullable;

/**
 * How many of how many.
 *
 * @param used null where it is unavailable
 * @param allowed null for no limit
 * @param share of what is allowed, 1 for all of it; null without a limit
 */
record Counted(
        @Nullable Long used,
        @Nullable Integer allowed,
        @Nullable Double share,
        UsageStatus status) {

    static Counted of(@Nullable Long used, @Nullable Integer allowed) {
        if (used == null) {
            return new Counted(null, allowed, null, UsageStatus.UNAVAILABLE);
        }
        var share = allowed == null ? null : share(used, allowed);
        return new Counted(used, allowed, share, UsageStatus.of(share));
    }

    /** Where nothing is allowed, all of it is always used. */
    private static Double share(long used, int allowed) {
        return allowed == 0 ? 1.0 : (double) used / allowed;
    }
}
