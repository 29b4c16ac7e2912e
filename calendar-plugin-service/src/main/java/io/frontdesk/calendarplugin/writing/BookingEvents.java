package io.frontdesk.calendarplugin.writing;

import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.integration.BookingFact;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import io.frontdesk.starter.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Takes in what happens to bookings; the writing itself is the sync's. */
@Component
class BookingEvents {
    private final Connections connections;
    private final WrittenEvents events;
    private final SyncQueue queue;
    private final Tenancy tenancy;

    BookingEvents(Connections connections, WrittenEvents events, SyncQueue queue, Tenancy tenancy) {
        this.connections = connections;
        this.events = events;
        this.queue = queue;
        this.tenancy = tenancy;
    }

    @OnEvent("io.frontdesk.calendar.booking-confirmed")
    void confirmed(CloudEvent<BookingFact> event) {
        take(event.data());
    }

    @OnEvent("io.frontdesk.calendar.booking-rescheduled")
    void rescheduled(CloudEvent<BookingFact> event) {
        take(event.data());
    }

    @OnEvent("io.frontdesk.calendar.booking-cancelled")
    void cancelled(CloudEvent<BookingFact> event) {
        take(event.data());
    }

    /** The time was kept and has passed: the event stays as a record of it. */
    @OnEvent("io.frontdesk.calendar.booking-no-show")
    void missed(CloudEvent<BookingFact> event) {}

    private void take(BookingFact fact) {
        for (var connection : connections.ofResources(fact.resourceIds())) {
            if (connection.direction().writes() && events.want(connection.id(), fact)) {
                queue.want(tenancy.require(), connection.id());
            }
        }
    }
}
