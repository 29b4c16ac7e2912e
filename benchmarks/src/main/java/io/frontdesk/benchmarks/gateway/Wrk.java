package io.frontdesk.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the load generator {@code wrk} against one address of this machine. */
record Wrk(int connections, int seconds) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern HALF = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern MOST = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    /** What a run saw; latencies in milliseconds. */
    record Seen(double requestsPerSecond, double p50, double p99) {}

    /** Requests per second that were answered with success. */
    double requestsPerSecond(String url, List<String> headers)
            throws IOException, InterruptedException {
        return run(url, headers).requestsPerSecond();
    }

    Seen run(String url, List<String> headers) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of("wrk", "-t1", "--latency", "-c" + connections, "-d" + seconds));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(url);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var refused = REFUSED.matcher(output);
        if (refused.find()) {
            throw new IOException(refused.group(1) + " requests to " + url + " were refused");
        }
        return new Seen(
                Double.parseDouble(find(RATE, output).group(1)),
                millis(find(HALF, output)),
                millis(find(MOST, output)));
    }

    private static Matcher find(Pattern pattern, String output) throws IOException {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("wrk said:\n" + output);
        }
        return found;
    }

    private static double millis(Matcher latency) {
        var value = Double.parseDouble(latency.group(1));
        return switch (latency.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }
}
