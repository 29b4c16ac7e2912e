package io.frontdesk.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One run of the load generator {@code wrk} against one address of this machine. */
record Wrk(int connections, int seconds) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    /** Requests per second that were answered with success. */
    double requestsPerSecond(String url, List<String> headers)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(url);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var refused = REFUSED.matcher(output);
        if (refused.find()) {
            throw new IOException(refused.group(1) + " requests to " + url + " were refused");
        }
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("wrk said:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
