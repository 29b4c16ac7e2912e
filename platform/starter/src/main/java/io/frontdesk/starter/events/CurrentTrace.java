package io.frontdesk.starter.events;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The trace at hand as W3C {@code traceparent}, or none: a consumer goes on with it. */
record CurrentTrace(@Nullable Tracer tracer, @Nullable Propagator propagator)
        implements Supplier<@Nullable String> {
    @Override
    public @Nullable String get() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null || propagator == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (_, key, value) -> carrier.put(key, value));
        return carrier.get("traceparent");
    }
}
