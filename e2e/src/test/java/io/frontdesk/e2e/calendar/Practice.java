package io.frontdesk.e2e.calendar;

import io.frontdesk.e2e.fleet.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One dentist and what can be booked with her. */
public record Practice(Caller caller, String dentist, String cleaning) {
    private static final String ZONE = "Europe/Berlin";

    /** Free on every day of the week, for half an hour at a time. */
    public static Practice open(Caller caller) {
        var hours =
                Stream.of(
                                "MONDAY",
                                "TUESDAY",
                                "WEDNESDAY",
                                "THURSDAY",
                                "FRIDAY",
                                "SATURDAY",
                                "SUNDAY")
                        .map(day -> Map.of("day", day, "from", "08:00", "to", "18:00"))
                        .toList();
        var dentist =
                caller.post(
                                "/api/calendar/resources",
                                Map.of(
                                        "name",
                                        "Dr. Ada Lind",
                                        "timeZone",
                                        ZONE,
                                        "workingHours",
                                        hours))
                        .expect(201)
                        .id();
        var cleaning =
                caller.post(
                                "/api/calendar/offerings",
                                Map.of(
                                        "name",
                                        "Professional cleaning",
                                        "duration",
                                        "PT30M",
                                        "price",
                                        Map.of("amount", "95.00", "currency", "EUR"),
                                        "resourceIds",
                                        List.of(dentist)))
                        .expect(201)
                        .id();
        return new Practice(caller, dentist, cleaning);
    }

    /** Starts of free slots from two days on, for a week. */
    public List<String> slots() {
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        return slots(first, first.plusDays(7));
    }

    public List<String> slots(LocalDate from, LocalDate to) {
        var zone = ZoneId.of(ZONE);
        var answer =
                caller.get(
                                "/api/calendar/availability?offeringId=%s&from=%s&to=%s&timeZone=%s"
                                        .formatted(
                                                cleaning,
                                                encoded(from.atStartOfDay(zone).toOffsetDateTime()),
                                                encoded(to.atStartOfDay(zone).toOffsetDateTime()),
                                                ZONE))
                        .expect(200);
        var starts = new ArrayList<String>();
        answer.body().path("slots").forEach(slot -> starts.add(slot.path("start").asString()));
        return starts;
    }

    public Caller.Answer hold(String start) {
        return caller.post(
                "/api/calendar/holds",
                Map.of("offeringId", cleaning, "resourceId", dentist, "start", start));
    }

    public Caller.Answer book(String start, String idempotencyKey) {
        return caller.post(
                "/api/calendar/bookings",
                Map.of(
                        "offeringId",
                        cleaning,
                        "resourceId",
                        dentist,
                        "start",
                        start,
                        "attendee",
                        Map.of("name", "Kim Weber", "email", "kim@example.com")),
                idempotencyKey);
    }

    public JsonNode booking(String id) {
        return caller.get("/api/calendar/bookings/" + id).expect(200).body();
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
