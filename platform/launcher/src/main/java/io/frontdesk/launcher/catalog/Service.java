package io.frontdesk.launcher.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * One deployable app.
 *
 * @param heapMegabytes its largest Java heap
 * @param optimised whether the optimising compiler is worth its memory there
 * @param after the services that must be ready before this one starts
 */
public record Service(
        String name, int port, int heapMegabytes, boolean optimised, List<String> after) {

    /**
     * How its JVM is run: sized so that the whole fleet holds less than 4 GiB. A young generation
     * is touched in whole, so it is small where little happens. A cache trained with other options
     * is of no use to it.
     */
    public List<String> jvmOptions() {
        var options =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+UseSerialGC",
                                "-Xmx" + heapMegabytes + "m",
                                "-Xss512k",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                // Libraries still use it; the JVM would say so at each start.
                                "--sun-misc-unsafe-memory-access=allow"));
        if (!optimised) {
            options.add("-Xmn" + heapMegabytes / 7 + "m");
            options.add("-XX:TieredStopAtLevel=1");
        }
        return options;
    }

    static Service small(String name, int port) {
        return new Service(
                name, port, 112, false, List.of("config-service", "orchestration-service"));
    }
}
