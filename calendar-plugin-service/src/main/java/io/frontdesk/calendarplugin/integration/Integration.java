package io.frontdesk.calendarplugin.integration;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.IntegrationExchange.Busy;
import io.frontdesk.calendarplugin.integration.IntegrationExchange.Condition;
import io.frontdesk.calendarplugin.integration.IntegrationExchange.Reason;
import io.frontdesk.calendarplugin.integration.IntegrationExchange.Span;
import io.frontdesk.calendarplugin.integration.IntegrationExchange.Start;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.service.registry.ImportHttpServices;

/** Speaks with calendar-integration-service, always as the tenant at hand. */
@Component
@ImportHttpServices(group = "calendar-integration-service", types = IntegrationExchange.class)
public class Integration {
    /** The most spans in one call. */
    public static final int MOST = 1_000;

    private final IntegrationExchange exchange;
    private final Tenancy tenancy;

    Integration(IntegrationExchange exchange, Tenancy tenancy) {
        this.exchange = exchange;
        this.tenancy = tenancy;
    }

    /**
     * The zone of a resource.
     *
     * @throws ResourceUnknown when there is no such resource
     */
    public ZoneId zoneOf(UUID resourceId) {
        try {
            return ZoneId.of(exchange.resource(resourceId).timeZone());
        } catch (HttpClientErrorException.NotFound missing) {
            throw new ResourceUnknown(resourceId);
        } catch (HttpServerErrorException failed) {
            throw new IntegrationFailed(failed);
        }
    }

    /** Makes the spans, in order and apart from each other, all that is busy in the window. */
    public List<Overlap> replace(
            UUID resourceId, UUID connectionId, Window window, List<BusySpan> busy, Instant fresh) {
        var overlaps = new ArrayList<Overlap>();
        var from = window.from();
        int next = 0;
        do {
            int end = Math.min(busy.size(), next + MOST);
            var to = end == busy.size() ? window.to() : busy.get(end).start();
            var part = new Span(from, to);
            overlaps.addAll(
                    send(
                            resourceId,
                            connectionId,
                            "replace",
                            part,
                            busy.subList(next, end),
                            List.of(),
                            fresh));
            from = to;
            next = end;
        } while (next < busy.size());
        return overlaps;
    }

    /** Adds spans and takes others away. */
    public List<Overlap> merge(
            UUID resourceId,
            UUID connectionId,
            Window window,
            List<BusySpan> busy,
            List<String> removed,
            Instant fresh) {
        var overlaps = new ArrayList<Overlap>();
        var span = new Span(window.from(), window.to());
        for (int at = 0; at < Math.max(busy.size(), removed.size()); at += MOST) {
            overlaps.addAll(
                    send(
                            resourceId,
                            connectionId,
                            "merge",
                            span,
                            part(busy, at),
                            part(removed, at),
                            fresh));
        }
        return overlaps;
    }

    private List<Overlap> send(
            UUID resourceId,
            UUID connectionId,
            String mode,
            Span window,
            List<BusySpan> busy,
            List<String> removed,
            Instant fresh) {
        var sent = new Busy(mode, window, busy, removed, fresh);
        var stored = asService(() -> exchange.busy(resourceId, connectionId, sent));
        return stored.conflicts() == null ? List.of() : stored.conflicts();
    }

    public void forgetBusy(UUID resourceId, UUID connectionId, boolean keep) {
        asService(() -> {
            exchange.forgetBusy(resourceId, connectionId, keep);
            return connectionId;
        });
    }

    /** Says in what state a connection is: {@code active}, {@code paused} or {@code revoked}. */
    public void announce(
            UUID resourceId,
            UUID connectionId,
            String state,
            @Nullable Instant freshUntil,
            @Nullable Instant staleSince) {
        asService(() -> {
            var condition = new Condition(state, freshUntil, staleSince);
            exchange.announce(resourceId, connectionId, condition);
            return connectionId;
        });
    }

    public void forget(UUID resourceId, UUID connectionId) {
        asService(() -> {
            exchange.forget(resourceId, connectionId);
            return connectionId;
        });
    }

    /** All bookings of a resource in the window. */
    public List<BookingFact> bookings(UUID resourceId, Window window) {
        var all = new ArrayList<BookingFact>();
        String cursor = null;
        do {
            var after = cursor;
            var page =
                    asService(() ->
                            exchange.bookings(resourceId, window.from(), window.to(), 200, after));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    /**
     * Moves a booking because its event was moved.
     *
     * @throws BookingRefused when the booking cannot be there
     */
    public void reschedule(UUID bookingId, String key, Instant start) {
        try {
            asService(() -> {
                exchange.reschedule(bookingId, key, new Start(start));
                return bookingId;
            });
        } catch (HttpClientErrorException refused) {
            throw refused(refused);
        }
    }

    /**
     * Cancels a booking because its event was deleted.
     *
     * @throws BookingRefused when the booking stays
     */
    public void cancel(UUID bookingId, String key, String reason) {
        try {
            asService(() -> {
                exchange.cancel(bookingId, key, new Reason(reason));
                return bookingId;
            });
        } catch (HttpClientErrorException refused) {
            throw refused(refused);
        }
    }

    /** Syncing is this service's own work, whoever asked for it: its token, not the caller's. */
    private <T> T asService(Supplier<T> call) {
        var tenant = tenancy.require();
        var caller = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return tenancy.as(tenant, call);
        } catch (HttpServerErrorException failed) {
            throw new IntegrationFailed(failed);
        } finally {
            SecurityContextHolder.setContext(caller);
        }
    }

    private static RuntimeException refused(HttpClientErrorException refused) {
        int status = refused.getStatusCode().value();
        // These say nothing of the booking: the same call may succeed later.
        if (status == 401 || status == 403 || status == 408 || status == 429) {
            return refused;
        }
        var problem = refused.getResponseBodyAs(Refusal.class);
        var detail = problem == null || problem.detail() == null ? "" : " " + problem.detail();
        return new BookingRefused(
                "The booking was not changed (" + status + ")." + detail, refused);
    }

    private static <T> List<T> part(List<T> all, int from) {
        return from >= all.size()
                ? List.of()
                : all.subList(from, Math.min(all.size(), from + MOST));
    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(@Nullable String detail) {}
}
