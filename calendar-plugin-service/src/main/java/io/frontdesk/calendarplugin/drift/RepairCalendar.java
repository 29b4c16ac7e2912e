package io.frontdesk.calendarplugin.drift;

import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.drift.CompareCalendar.Compared;
import io.frontdesk.calendarplugin.drift.DriftReport.Repair;
import io.frontdesk.calendarplugin.writing.WrittenEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does chosen repairs, as far as they are still proposed; the next sync carries them out. */
@Component
class RepairCalendar {
    private final CompareCalendar compareCalendar;
    private final Connections connections;
    private final WrittenEvents written;
    private final SyncQueue queue;
    private final TransactionTemplate transaction;

    RepairCalendar(
            CompareCalendar compareCalendar,
            Connections connections,
            WrittenEvents written,
            SyncQueue queue,
            TransactionTemplate transaction) {
        this.compareCalendar = compareCalendar;
        this.connections = connections;
        this.written = written;
        this.queue = queue;
        this.transaction = transaction;
    }

    Repaired repair(UUID connectionId, List<String> chosen) {
        var compared = compareCalendar.compare(connectionId);
        var begun = new ArrayList<String>();
        transaction.executeWithoutResult(_ -> {
            for (var repair : compared.report().repairs()) {
                if (chosen.contains(repair.id())) {
                    begin(compared, repair);
                    begun.add(repair.id());
                }
            }
            queue.want(compared.connection().tenantId(), connectionId);
        });
        return new Repaired(begun, chosen.stream().filter(id -> !begun.contains(id)).toList());
    }

    private void begin(Compared compared, Repair repair) {
        var connection = compared.connection().id();
        var booking = repair.bookingId();
        if (booking == null) {
            connections.forgetToken(connection);
            return;
        }
        var fact = compared.bookings().get(booking);
        if (fact != null) {
            written.want(connection, fact);
        }
        var there = compared.there().get(booking.toString());
        // What was compared is what is written over: another change in between is refused.
        written.adopt(connection, booking, there == null ? null : there.etag());
        written.again(
                connection,
                booking,
                there == null ? null : there.id().split("#", 2)[0],
                Objects.equals(repair.action(), "remove") ? "removing" : "pending");
    }

    /** Which repairs were begun, and which are no longer proposed. */
    record Repaired(List<String> begun, List<String> unknown) {}
}
