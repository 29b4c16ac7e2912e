package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.process.Ports;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The dentist's own calendar, on a CalDAV server: bookings go there, and her lunch comes here. */
final class CalDavScene {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LUNCH_HOURS_LATER = 5;

    private final GatewayClient business;
    private final BookingScene.Booked booked;
    private final Playbill playbill;

    CalDavScene(GatewayClient business, BookingScene.Booked booked, Playbill playbill) {
        this.business = business;
        this.booked = booked;
        this.playbill = playbill;
    }

    void play() throws InterruptedException {
        playbill.step("Her own calendar, on a CalDAV server, kept in step both ways");
        var program = LocalCalDav.program();
        if (program.isEmpty()) {
            playbill.line("Not played: it needs a CalDAV server on this machine. Install Radicale");
            playbill.line("(Debian: apt-get install radicale) and run ./fleet demo again.");
            return;
        }
        if (!Ports.free(LocalCalDav.PORT)) {
            playbill.line("Not played: port " + LocalCalDav.PORT + " is in use on this machine.");
            return;
        }
        try (var server = LocalCalDav.start(program.get())) {
            play(server);
        } catch (IOException e) {
            throw new FleetFailure("The CalDAV server failed: " + e.getMessage(), "Run it again.");
        }
    }

    private void play(LocalCalDav server) throws IOException, InterruptedException {
        var calendar = server.calendar("practice");
        var lunch = OffsetDateTime.parse(booked.start()).plusHours(LUNCH_HOURS_LATER);
        server.put(calendar, "lunch", event(lunch));
        var freeBefore = isFree(lunch);
        var connection =
                business.post(
                                "/api/calendar/connections",
                                Map.of(
                                        "provider", "caldav",
                                        "resourceId", booked.resource(),
                                        "server", server.address(),
                                        "username", server.user(),
                                        "password", server.password(),
                                        "calendarId", calendar))
                        .path("id")
                        .asString();
        try {
            var result =
                    business.post("/api/calendar/connections/" + connection + "/sync", Map.of());
            playbill.line("Synchronised: " + result);
            playbill.line(
                    "Lunch at %s: offered before: %s, offered now: %s"
                            .formatted(
                                    BookingScene.spoken(lunch.toString()),
                                    freeBefore,
                                    isFree(lunch)));
            playbill.line(
                    "The booking stands in her calendar: "
                            + server.read(calendar).contains(booked.booking()));
        } finally {
            // The server ends with this scene, and a calendar that is gone would only be stale.
            business.delete(
                    "/api/calendar/connections/" + connection + "?mirrored=remove&written=keep");
        }
    }

    private boolean isFree(OffsetDateTime start) {
        var day = start.atZoneSameInstant(BookingScene.ZONE).toLocalDate();
        return business.get(BookingScene.availability(booked.offering(), day, day.plusDays(1)))
                .path("slots")
                .valueStream()
                .map(slot -> OffsetDateTime.parse(slot.path("start").asString()).toInstant())
                .anyMatch(start.toInstant()::equals);
    }

    private static String event(OffsetDateTime start) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Frontdesk//Demo//EN",
                "BEGIN:VEVENT",
                "UID:lunch",
                "DTSTAMP:" + UTC.format(start),
                "DTSTART:" + UTC.format(start),
                "DTEND:" + UTC.format(start.plusHours(1)),
                "SUMMARY:Lunch",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }
}
