package io.frontdesk.calendarplugin.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of calendar-integration-service's API that this service uses. */
@HttpExchange
interface IntegrationExchange {
    @GetExchange("/api/calendar/resources/{id}")
    Resource resource(@PathVariable UUID id);

    @PutExchange("/calendar/resources/{resourceId}/busy/{connectionId}")
    Stored busy(
            @PathVariable UUID resourceId, @PathVariable UUID connectionId, @RequestBody Busy busy);

    @DeleteExchange("/calendar/resources/{resourceId}/busy/{connectionId}")
    void forgetBusy(
            @PathVariable UUID resourceId,
            @PathVariable UUID connectionId,
            @RequestParam boolean keep);

    @PutExchange("/calendar/resources/{resourceId}/connections/{connectionId}")
    void announce(
            @PathVariable UUID resourceId,
            @PathVariable UUID connectionId,
            @RequestBody Condition condition);

    @DeleteExchange("/calendar/resources/{resourceId}/connections/{connectionId}")
    void forget(@PathVariable UUID resourceId, @PathVariable UUID connectionId);

    @GetExchange("/calendar/bookings")
    Bookings bookings(
            @RequestParam UUID resourceId,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam int limit,
            @RequestParam(required = false) @Nullable String cursor);

    @PostExchange("/api/calendar/bookings/{id}/reschedule")
    void reschedule(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Start start);

    @PostExchange("/api/calendar/bookings/{id}/cancellation")
    void cancel(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Reason reason);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resource(UUID id, String name, String timeZone) {}

    record Busy(
            String mode,
            Span window,
            List<BusySpan> busy,
            List<String> removed,
            Instant freshUntil) {}

    record Span(Instant from, Instant to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stored(int stored, int removed, @Nullable List<Overlap> conflicts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(String state, @Nullable Instant freshUntil, @Nullable Instant staleSince) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Bookings(List<BookingFact> items, @Nullable String nextCursor) {}

    record Start(Instant start) {}

    record Reason(String reason) {}
}
