package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.stage.DemoState;
import io.frontdesk.launcher.stage.GatewayClient;
import io.frontdesk.launcher.stage.Playbill;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Free slots, a hold, a booking, and twenty callers who all want the same one. */
final class BookingScene {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int CALLERS = 20;
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final GatewayClient business;
    private final Path stateFile;
    private final Playbill playbill;
    private final Clock clock;

    BookingScene(GatewayClient business, Path stateFile, Playbill playbill, Clock clock) {
        this.business = business;
        this.stateFile = stateFile;
        this.playbill = playbill;
        this.clock = clock;
    }

    /** What later scenes build on. */
    record Booked(String resource, String offering, String start) {}

    Booked play() throws InterruptedException {
        var state = practice(DemoState.read(stateFile));
        state.write(stateFile);
        var start = slots(state).getFirst();
        holdAndBook(state, start);
        // Asked anew: the booking and the time to tidy up afterwards took more than one slot.
        race(state, free(state).getFirst());
        return new Booked(state.resourceId(), state.offeringId(), start);
    }

    private DemoState practice(DemoState state) {
        playbill.step("A dentist's calendar, and what can be booked with her");
        if (!state.offeringId().isEmpty()
                && business.tryGet("/api/calendar/offerings/" + state.offeringId()).status()
                        == 200) {
            playbill.line("Those of the last demo are there still: " + state.offeringId());
            return state;
        }
        var hours =
                Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                        .map(day -> Map.of("day", day, "from", "09:00", "to", "17:00"))
                        .toList();
        var dentist =
                made(
                        "/api/calendar/resources",
                        Map.of(
                                "name",
                                "Dr. Ada Lind",
                                "timeZone",
                                ZONE.getId(),
                                "workingHours",
                                hours));
        var cleaning =
                made(
                        "/api/calendar/offerings",
                        Map.of(
                                "name",
                                "Professional cleaning",
                                "duration",
                                "PT45M",
                                "bufferAfter",
                                "PT15M",
                                "price",
                                Map.of("amount", "95.00", "currency", "EUR"),
                                "resourceIds",
                                List.of(dentist)));
        return state.withPractice(dentist, cleaning);
    }

    private String made(String path, Map<String, ?> body) {
        var id = business.post(path, body).path("id").asString();
        playbill.line("POST " + path + " → " + id);
        return id;
    }

    private List<String> slots(DemoState state) {
        playbill.step("When she is free next week");
        var slots = free(state);
        if (slots.size() < 3) {
            throw new FleetFailure(
                    "She has no time left: " + slots.size() + " slots.",
                    "./fleet reset makes a fresh start.");
        }
        playbill.line(slots.size() + " slots, the first of them:");
        slots.stream().limit(4).forEach(start -> playbill.line("  " + spoken(start)));
        return slots;
    }

    private List<String> free(DemoState state) {
        var nextWeek = LocalDate.now(clock.withZone(ZONE)).plusDays(7);
        return business.get(availability(state.offeringId(), nextWeek, nextWeek.plusDays(7)))
                .path("slots")
                .valueStream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }

    static String availability(String offering, LocalDate from, LocalDate to) {
        return "/api/calendar/availability?offeringId=%s&from=%s&to=%s&timeZone=%s"
                .formatted(offering, midnight(from), midnight(to), ZONE.getId());
    }

    private static String midnight(LocalDate day) {
        return URLEncoder.encode(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(ZONE)),
                StandardCharsets.UTF_8);
    }

    private void holdAndBook(DemoState state, String start) {
        playbill.step("A slot is held, which keeps everybody else out, and then booked");
        var hold = business.post("/api/calendar/holds", slot(state, start));
        playbill.line(
                "Held: %s, until %s"
                        .formatted(spoken(start), spoken(hold.path("expiresAt").asString())));
        var second = business.tryPost("/api/calendar/holds", slot(state, start));
        playbill.line(
                "Somebody else wants it → %d %s"
                        .formatted(second.status(), second.body().path("title").asString("")));
        var booking =
                business.post(
                        "/api/calendar/bookings",
                        Map.of("holdId", hold.path("id").asString(), "attendee", attendee()));
        var id = booking.path("id").asString();
        playbill.line("Booked: " + id + " → " + booking.path("status").asString());
        playbill.line("GET /api/calendar/bookings/" + id + ".ics, for the patient's own calendar:");
        business.text("/api/calendar/bookings/" + id + ".ics")
                .lines()
                .filter(line -> line.matches("(BEGIN:VEVENT|SUMMARY|DTSTART|DTEND|UID|SEQUENCE).*"))
                .forEach(line -> playbill.line("  " + line));
    }

    private void race(DemoState state, String start) throws InterruptedException {
        playbill.step(CALLERS + " callers want " + spoken(start) + " at the same moment");
        List<Integer> statuses;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses =
                    callers
                            .invokeAll(
                                    IntStream.range(0, CALLERS)
                                            .mapToObj(_ -> booking(state, start))
                                            .toList())
                            .stream()
                            .map(BookingScene::status)
                            .toList();
        }
        var winners = statuses.stream().filter(status -> status == 201).count();
        var late = statuses.stream().filter(status -> status == 409).count();
        playbill.line("%d booked it, %d were told that it is taken.".formatted(winners, late));
        if (winners != 1) {
            throw new FleetFailure(
                    winners + " callers booked one slot: " + statuses,
                    "This must not happen: please report it.");
        }
    }

    private Callable<GatewayClient.Answer> booking(DemoState state, String start) {
        var body =
                Map.of(
                        "offeringId", state.offeringId(),
                        "resourceId", state.resourceId(),
                        "start", start,
                        "attendee", attendee());
        return () -> business.tryPost("/api/calendar/bookings", body);
    }

    private static int status(Future<GatewayClient.Answer> answer) {
        try {
            return answer.get().status();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> slot(DemoState state, String start) {
        return Map.of(
                "offeringId", state.offeringId(), "resourceId", state.resourceId(), "start", start);
    }

    private static Map<String, String> attendee() {
        return Map.of("name", "Kim Weber", "email", "kim.weber@example.com");
    }

    static String spoken(String time) {
        return SPOKEN.format(OffsetDateTime.parse(time).atZoneSameInstant(ZONE));
    }
}
