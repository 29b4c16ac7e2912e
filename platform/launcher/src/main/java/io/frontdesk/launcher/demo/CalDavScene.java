package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.process.Ports;
import io.frontdesk.launcher.stage.GatewayClient;
import io.frontdesk.launcher.stage.Playbill;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The dentist's own calendar, on a CalDAV server: bookings go there, and her lunch comes here. */
final class CalDavScene {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String CONNECTIONS = "/api/calendar/connections";
    private static final int ATTEMPTS = 60;
    private static final int POLL_MILLIS = 500;

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
        var lunch = lastFree();
        server.put(calendar, "lunch", event(lunch));
        var connection =
                CONNECTIONS
                        + "/"
                        + business.post(
                                        CONNECTIONS,
                                        Map.of(
                                                "provider", "caldav",
                                                "resourceId", booked.resource(),
                                                "server", server.address(),
                                                "username", server.user(),
                                                "password", server.password(),
                                                "calendarId", calendar))
                                .path("id")
                                .asString();
        playbill.line("Connected: " + connection);
        try {
            var result = synchronised(connection);
            playbill.line("Synchronised: " + result);
            playbill.line(
                    "Lunch at %s: offered before: true, offered now: %s"
                            .formatted(BookingScene.spoken(lunch.toString()), isFree(lunch)));
            var booking = book(slots(booked).getFirst());
            playbill.line("A patient books: " + booking);
            playbill.line("It stands in her calendar: " + appears(server, calendar, booking));
        } finally {
            // The server ends with this scene, and a calendar that is gone would only be stale.
            disconnect(connection);
        }
    }

    /** A sync that began by itself is waited for. */
    private JsonNode synchronised(String connection) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = business.tryPost(connection + "/sync", Map.of());
            if (answer.status() == 200) {
                return answer.body();
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new FleetFailure(
                "The calendar was not synchronised: " + business.get(connection),
                "Look at ./fleet logs calendar-plugin.");
    }

    private void disconnect(String connection) throws InterruptedException {
        var path = connection + "?mirrored=remove&written=keep";
        for (int attempt = 0; business.tryDelete(path).status() == 409; attempt++) {
            if (attempt == ATTEMPTS) {
                throw new FleetFailure(
                        "The calendar could not be disconnected.",
                        "Look at ./fleet logs calendar-plugin.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private String book(OffsetDateTime start) {
        return business.post(
                        "/api/calendar/bookings",
                        Map.of(
                                "offeringId", booked.offering(),
                                "resourceId", booked.resource(),
                                "start", start.toString(),
                                "attendee", Map.of("name", "Lu Chen", "email", "lu@example.com")))
                .path("id")
                .asString();
    }

    private static boolean appears(LocalCalDav server, String calendar, String booking)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (server.read(calendar).contains(booking)) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    private OffsetDateTime lastFree() {
        return slots(booked).getLast();
    }

    private List<OffsetDateTime> slots(BookingScene.Booked around) {
        var day = OffsetDateTime.parse(around.start()).toLocalDate();
        return slots(day, day.plusDays(5));
    }

    private boolean isFree(OffsetDateTime start) {
        var day = start.atZoneSameInstant(BookingScene.ZONE).toLocalDate();
        return slots(day, day.plusDays(1)).stream()
                .anyMatch(slot -> slot.toInstant().equals(start.toInstant()));
    }

    private List<OffsetDateTime> slots(LocalDate from, LocalDate to) {
        return business.get(BookingScene.availability(booked.offering(), from, to))
                .path("slots")
                .valueStream()
                .map(slot -> OffsetDateTime.parse(slot.path("start").asString()))
                .toList();
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
