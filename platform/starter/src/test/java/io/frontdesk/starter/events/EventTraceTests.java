package io.frontdesk.starter.events;

import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

class EventTraceTests {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ObservationAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class
    })
    static class Tracing {}

    static class TraceRecorder {
        final AtomicReference<String> trace = new AtomicReference<>();
        private final Tracer tracer;

        TraceRecorder(Tracer tracer) {
            this.tracer = tracer;
        }

        @OnEvent("io.frontdesk.test.traced")
        void traced(CloudEvent<Map<String, String>> event) {
            trace.set(Objects.requireNonNull(tracer.currentSpan()).context().traceId());
        }
    }

    @Test
    void theTraceOfThePublisherGoesOnInTheHandler(@TempDir Path directory) throws Exception {
        var broker = new TestBroker(directory);
        try (var schema = new TestSchema();
                var app =
                        TestApp.start(
                                schema.service(),
                                schema.application(),
                                broker.url(),
                                List.of(Tracing.class, TraceRecorder.class),
                                "management.tracing.sampling.probability=1")) {
            await().until(() -> broker.subscribed(schema.service()));
            var tracer = app.getBean(Tracer.class);
            var span = tracer.nextSpan().start();
            try (var _ = tracer.withSpan(span)) {
                app.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status ->
                                app.getBean(Events.class)
                                        .publish(
                                                "io.frontdesk.test.traced", "x", Map.of("a", "b")));
            } finally {
                span.end();
            }
            var recorder = app.getBean(TraceRecorder.class);
            await().until(() -> span.context().traceId().equals(recorder.trace.get()));
        } finally {
            broker.close();
        }
    }
}
