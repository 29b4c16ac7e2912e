package io.frontdesk.benchmarks.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a constant rate, each timed from the moment it was due: a server that stalls is
 * charged for those that had to wait behind.
 */
record SteadyLoad(double requestsPerSecond, Duration length) {
    private static final long LONGEST = TimeUnit.SECONDS.toMicros(30);

    /** Latencies in microseconds. */
    Histogram latencies(String url, String authorization) throws InterruptedException {
        var histogram = new ConcurrentHistogram(LONGEST, 3);
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", authorization)
                        .timeout(Duration.ofSeconds(10))
                        .build();
        var total = (long) (requestsPerSecond * length.toMillis() / 1000);
        var gap = (long) (1e9 / requestsPerSecond);
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (long i = 0; i < total; i++) {
                var due = start + i * gap;
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                workers.execute(() -> record(client, request, due, histogram));
            }
            workers.shutdown();
            workers.awaitTermination(30, TimeUnit.SECONDS);
        }
        return histogram;
    }

    private static void record(
            HttpClient client, HttpRequest request, long due, Histogram histogram) {
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            histogram.recordValue(LONGEST);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        histogram.recordValue(Math.min(LONGEST, (System.nanoTime() - due) / 1000));
    }
}
