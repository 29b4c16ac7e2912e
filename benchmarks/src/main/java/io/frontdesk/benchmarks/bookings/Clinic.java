package io.frontdesk.benchmarks.bookings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Resources that are open all day, with offerings of several lengths that start every 5 minutes.
 */
final class Clinic implements AutoCloseable {
    private static final List<Integer> LENGTHS = List.of(30, 45, 60, 90);
    private static final int STEP = 5;
    private static final int DAYS = 30;
    private static final int OPEN_MINUTES = 14 * 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String address;
    private final List<String> resources = new ArrayList<>();
    private final List<String> offerings = new ArrayList<>();
    private final LocalDate first = LocalDate.now(Clock.systemUTC()).plusDays(2);

    Clinic(String address, int count) throws IOException, InterruptedException {
        this.address = address;
        var hours =
                Stream.of(
                                "MONDAY",
                                "TUESDAY",
                                "WEDNESDAY",
                                "THURSDAY",
                                "FRIDAY",
                                "SATURDAY",
                                "SUNDAY")
                        .map(day ->
                                "{\"day\":\"%s\",\"from\":\"06:00\",\"to\":\"22:00\"}"
                                        .formatted(day))
                        .collect(Collectors.joining(","));
        for (int i = 0; i < count; i++) {
            resources.add(
                    made(
                            "/api/calendar/resources",
                            "{\"name\":\"Room %d\",\"timeZone\":\"Etc/UTC\",\"workingHours\":[%s]}"
                                    .formatted(i, hours)));
        }
        var ids = resources.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        for (var minutes : LENGTHS) {
            offerings.add(
                    made(
                            "/api/calendar/offerings",
                            """
                            {"name":"Session of %d","duration":"PT%dM","slotStep":"PT%dM",\
                            "resourceIds":[%s]}\
                            """
                                    .formatted(minutes, minutes, STEP, ids)));
        }
    }

    String resource() {
        return resources.getFirst();
    }

    /** Any length, room and start of the month. */
    HttpRequest anyBooking(long number) {
        var random = ThreadLocalRandom.current();
        var start =
                first.plusDays(random.nextInt(DAYS))
                        .atTime(6, 0)
                        .plusMinutes((long) STEP * random.nextInt(OPEN_MINUTES / STEP));
        return booking(
                offerings.get(random.nextInt(offerings.size())),
                resources.get(random.nextInt(resources.size())),
                start.atOffset(ZoneOffset.UTC));
    }

    /** The one slot that everybody wants. */
    HttpRequest sameBooking(long number) {
        return booking(
                offerings.getFirst(),
                resources.getFirst(),
                first.plusDays(DAYS + 1L).atTime(10, 0).atOffset(ZoneOffset.UTC));
    }

    HttpRequest availability() {
        var from = first.atStartOfDay().atOffset(ZoneOffset.UTC);
        return HttpRequest.newBuilder(
                        URI.create(
                                address
                                        + "/api/calendar/availability?timeZone=Etc/UTC&offeringId="
                                        + offerings.getFirst()
                                        + "&from="
                                        + from
                                        + "&to="
                                        + from.plusDays(DAYS)))
                .build();
    }

    private HttpRequest booking(String offering, String resource, OffsetDateTime start) {
        return post(
                "/api/calendar/bookings",
                """
                {"offeringId":"%s","resourceId":"%s","start":"%s",\
                "attendee":{"name":"Kim","email":"kim@example.com"}}\
                """
                        .formatted(offering, resource, start));
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String made(String path, String body) throws IOException, InterruptedException {
        JsonNode answer =
                json.readTree(http.send(post(path, body), BodyHandlers.ofString()).body());
        if (!answer.path("id").isString()) {
            throw new IOException(path + ": " + answer);
        }
        return answer.path("id").asString();
    }

    @Override
    public void close() {
        http.close();
    }
}
