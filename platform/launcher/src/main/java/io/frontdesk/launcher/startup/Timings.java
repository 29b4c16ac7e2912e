package io.frontdesk.launcher.startup;

import java.util.List;

/**
 * How long a start took and what it holds in memory, for the startup benchmark.
 *
 * @param totalSeconds from the built jars to the last service ready
 * @param trainedCaches how many services started with an AOT cache
 */
record Timings(
        double totalSeconds,
        int trainedCaches,
        long residentMegabytes,
        long postgresMegabytes,
        List<Ready> services) {

    /**
     * @param readySeconds since the start of all
     * @param startSeconds since its own start
     */
    record Ready(
            String service, double readySeconds, double startSeconds, long residentMegabytes) {}
}
