package io.frontdesk.calendarplugin.mirror;

import io.frontdesk.calendarplugin.conflict.Conflicts;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.BusySpan;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.integration.Overlap;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes somebody else's events the resource's busy time. What was told is kept only when it was
 * acknowledged, so that a sync that dies in between tells it again.
 */
@Component
public class MirrorCalendar {
    private final MirroredEvents events;
    private final Integration integration;
    private final Conflicts conflicts;
    private final TransactionTemplate transaction;

    MirrorCalendar(
            MirroredEvents events,
            Integration integration,
            Conflicts conflicts,
            TransactionTemplate transaction) {
        this.events = events;
        this.integration = integration;
        this.conflicts = conflicts;
        this.transaction = transaction;
    }

    /**
     * Takes in what was read.
     *
     * @param foreign no events of ours; what is not busy counts as removed
     * @param complete whether it is all that there is
     * @return new overlaps with bookings
     */
    public int take(
            Connection connection,
            List<RemoteEvent> foreign,
            List<String> removed,
            boolean complete,
            Window window,
            Instant freshUntil) {
        var spans =
                transaction.execute(_ -> merged(connection, foreign, removed, complete, window));
        var told = transaction.execute(_ -> events.told(connection.id()));
        var overlaps =
                complete
                        ? integration.replace(
                                connection.resourceId(), connection.id(), window, spans, freshUntil)
                        : difference(connection, told, spans, window, freshUntil);
        return transaction.execute(_ -> {
            events.tell(connection.id(), spans);
            var present = spans.stream().map(BusySpan::id).toList();
            conflicts.settleOverlaps(connection.id(), complete ? ids(overlaps) : present, true);
            return (int) overlaps.stream().filter(each -> report(connection, each)).count();
        });
    }

    /** A connection that only writes makes nothing busy, also if it did before. */
    public void leave(Connection connection) {
        if (!transaction.execute(_ -> events.told(connection.id())).isEmpty()) {
            integration.forgetBusy(connection.resourceId(), connection.id(), false);
            transaction.executeWithoutResult(_ -> {
                events.clear(connection.id());
                events.tell(connection.id(), List.of());
            });
        }
    }

    private List<BusySpan> merged(
            Connection connection,
            List<RemoteEvent> foreign,
            List<String> removed,
            boolean complete,
            Window window) {
        var id = connection.id();
        if (complete) {
            events.clear(id);
        } else {
            var gone = new HashSet<>(removed);
            foreign.stream().filter(event -> !event.busy()).map(RemoteEvent::id).forEach(gone::add);
            events.remove(id, gone);
        }
        var busy = new HashMap<String, MirroredEvent>();
        for (var event : foreign) {
            if (event.busy() && event.end().isAfter(event.start())) {
                var title = connection.storeTitles() ? event.title() : null;
                busy.put(
                        event.id(),
                        new MirroredEvent(event.id(), event.start(), event.end(), title));
            }
        }
        events.keep(id, List.copyOf(busy.values()));
        return MergedBusy.within(window, events.within(id, window));
    }

    private List<Overlap> difference(
            Connection connection,
            List<BusySpan> told,
            List<BusySpan> spans,
            Window window,
            Instant freshUntil) {
        var before = told.stream().collect(Collectors.toMap(BusySpan::id, Function.identity()));
        var now = spans.stream().map(BusySpan::id).collect(Collectors.toSet());
        var added = spans.stream().filter(span -> !before.containsKey(span.id())).toList();
        var removed = before.keySet().stream().filter(span -> !now.contains(span)).toList();
        return integration.merge(
                connection.resourceId(), connection.id(), window, added, removed, freshUntil);
    }

    private boolean report(Connection connection, Overlap overlap) {
        return conflicts.report(
                connection.id(),
                "overlap",
                overlap.bookingId(),
                overlap.externalId(),
                overlap.start(),
                overlap.end(),
                "An event of the calendar overlaps a booking; both stay.");
    }

    private static List<String> ids(List<Overlap> overlaps) {
        return overlaps.stream().map(Overlap::externalId).toList();
    }
}
