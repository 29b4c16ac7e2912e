package io.frontdesk.benchmarks.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Callers that send at once, or at a steady rate, and what they saw. */
public final class Clients implements AutoCloseable {
    private static final long LONGEST_MICROS = 60_000_000L;
    private static final int DIGITS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong numbers = new AtomicLong();

    /** Looks at each answer; what it returns in microseconds is taken off the latency. */
    @FunctionalInterface
    public interface Check {
        long elsewhere(HttpResponse<String> answer);
    }

    /**
     * What was seen.
     *
     * @param whole microseconds from sending, or from when it should have been sent, to the answer
     * @param own the same without what was spent elsewhere
     */
    public record Seen(long answers, double seconds, Histogram whole, Histogram own) {
        public double perSecond() {
            return answers / seconds;
        }

        public double millis(Histogram histogram, double percentile) {
            return histogram.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Each of so many callers sends its next request when the last one was answered. */
    public Seen closed(
            int callers, Duration time, LongFunction<HttpRequest> requests, Check check) {
        var whole = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var own = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var began = System.nanoTime();
        var end = began + time.toNanos();
        try (var threads = new Together()) {
            for (int i = 0; i < callers; i++) {
                threads.run(() -> {
                    while (System.nanoTime() < end) {
                        send(System.nanoTime(), requests, check, whole, own);
                    }
                });
            }
        }
        return new Seen(whole.getTotalCount(), seconds(began), whole, own);
    }

    /** One request every so often, whether the last one was answered or not. */
    public Seen steady(
            double perSecond, Duration time, LongFunction<HttpRequest> requests, Check check) {
        var whole = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var own = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var began = System.nanoTime();
        var count = (long) (perSecond * time.toMillis() / 1000);
        try (var threads = new Together()) {
            for (long i = 0; i < count; i++) {
                var due = began + (long) (i * 1e9 / perSecond);
                LockSupport.parkNanos(due - System.nanoTime());
                threads.run(() -> send(due, requests, check, whole, own));
            }
        }
        return new Seen(whole.getTotalCount(), seconds(began), whole, own);
    }

    /** So many callers send one request each at the same moment. */
    public void once(int callers, LongFunction<HttpRequest> requests, Check check) {
        var whole = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var start = new CountDownLatch(1);
        try (var threads = new Together()) {
            for (int i = 0; i < callers; i++) {
                threads.run(() -> {
                    start.await();
                    send(System.nanoTime(), requests, check, whole, whole);
                });
            }
            start.countDown();
        }
    }

    private void send(
            long due,
            LongFunction<HttpRequest> requests,
            Check check,
            Histogram whole,
            Histogram own)
            throws IOException, InterruptedException {
        var answer = http.send(requests.apply(numbers.incrementAndGet()), BodyHandlers.ofString());
        var micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        var elsewhere = check.elsewhere(answer);
        whole.recordValue(Math.min(micros, LONGEST_MICROS));
        own.recordValue(Math.clamp(micros - elsewhere, 0, LONGEST_MICROS));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        http.close();
    }
}
