package io.frontdesk.calendarintegration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest extends CalendarApp {

    @Test
    void refusesWhatNoColumnCanKeep() {
        var ada = person();
        var nul = "{\"name\":\"a\\u0000b\",\"timeZone\":\"UTC\",\"workingHours\":[]}";
        var holiday = "{\"name\":\"x\",\"days\":[{\"date\":\"2027-01-01\",\"name\":\"\\u0000\"}]}";
        var span =
                "{\"mode\":\"merge\",\"busy\":[{\"id\":\"n\",\"start\":\"2027-01-01T00:00:00.0000001Z\","
                        + "\"end\":\"2027-01-01T00:00:00.0000002Z\"}]}";
        var busy = "/calendar/resources/%s/busy/%s".formatted(ada, UUID.randomUUID());

        assertThat(post("/api/calendar/resources", nul).problem()).isEqualTo("400 invalid-input");
        assertThat(post("/api/calendar/holiday-lists", holiday).problem())
                .isEqualTo("400 invalid-input");
        assertThat(service("PUT", busy, span).problem()).isEqualTo("400 invalid-input");
    }

    @Test
    void namesWhatForbidsASlot() {
        var ada = nineToFive();
        var bob = person();
        var offering =
                offering(
                        "\"minimumNotice\":\"PT24H\",\"bookingWindow\":\"P30D\",\"slotStep\":\"PT30M\"",
                        ada);

        assertThat(book(offering, ada, at(8)).problem()).isEqualTo("422 outside-working-hours");
        assertThat(book(offering, ada, at(17)).problem()).isEqualTo("422 outside-working-hours");
        assertThat(book(offering, ada, at(16).plusMinutes(30)).problem())
                .isEqualTo("422 outside-working-hours");
        assertThat(book(offering, ada, at(9).plusMinutes(10)).problem()).isEqualTo("422 off-step");
        assertThat(book(offering, ada, at(9).plusNanos(1000)).problem()).isEqualTo("422 off-step");
        assertThat(book(offering, ada, at(9).plusDays(35)).problem())
                .isEqualTo("422 beyond-window");
        assertThat(book(offering, ada, OffsetDateTime.now(clock).plusMinutes(1)).problem())
                .isIn("422 too-soon", "422 off-step");
        assertThat(book(offering, ada, at(9).minusDays(30)).problem())
                .isEqualTo("422 slot-in-past");
        assertThat(book(offering, bob, at(9)).problem()).isEqualTo("422 resource-does-not-serve");
        assertThat(book(UUID.randomUUID(), null, at(9)).problem())
                .isEqualTo("404 offering-not-found");
        assertThat(bookHold(UUID.randomUUID()).problem()).isEqualTo("404 hold-not-found");
        assertThat(book(offering, ada, at(9)).status()).isEqualTo(201);
    }

    @Test
    void booksNothingThatIsOutOfUse() {
        var ada = person();
        var offering = offering("", ada);
        book(offering, ada, at(9)).id();
        assertThat(delete("/api/calendar/resources/" + ada).status()).isEqualTo(204);
        assertThat(get("/api/calendar/resources/" + ada).json().get("active").booleanValue())
                .isFalse();
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("422 resource-inactive");
        assertThat(delete("/api/calendar/offerings/" + offering).status()).isEqualTo(204);
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("422 offering-inactive");
        assertThat(slots(offering, at(9), at(12))).isEmpty();

        var unused = person();
        assertThat(delete("/api/calendar/resources/" + unused).status()).isEqualTo(204);
        assertThat(get("/api/calendar/resources/" + unused).problem())
                .isEqualTo("404 resource-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"A\",\"timeZone\":\"Mars/Olympus\",\"workingHours\":[]} | timeZone",
                "{\"name\":\"A\",\"timeZone\":\"GMT+2\",\"workingHours\":[]} | timeZone",
                "{\"name\":\"A\",\"timeZone\":\"CEST\",\"workingHours\":[]} | timeZone",
                "{\"name\":\" \",\"timeZone\":\"UTC\",\"workingHours\":[]} | name",
                "{\"name\":\"A\",\"timeZone\":\"UTC\"} | workingHours",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[{\"day\":\"MONDAY\",\"from\":\"22:00\",\"to\":\"06:00\"}]} | split a night",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"25:00\"}]} | workingHours[0].to",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[{\"day\":\"SOMEDAY\",\"from\":\"09:00\",\"to\":\"10:00\"}]} | workingHours[0].day",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[null]} | workingHours[0]",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[],\"exceptions\":[{\"closed\":true}]} | exceptions[0]",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[],\"exceptions\":[{\"from\":\"2026-05-02\",\"to\":\"2026-05-01\",\"closed\":true}]} | exceptions[0]",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[],\"exceptions\":[{\"date\":\"2026-02-30\",\"closed\":true}]} | exceptions[0].date",
                "{\"name\":\"A\",\"timeZone\":\"UTC\",\"workingHours\":[],\"exceptions\":[{\"date\":\"2026-02-03\"}]} | exceptions[0]",
            })
    void refusesAResourceThatMakesNoSense(String json, String says) {
        var answer = post("/api/calendar/resources", json);
        assertThat(answer.problem()).as(answer.body()).isEqualTo("400 invalid-input");
        assertThat(answer.body()).contains(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"duration\":\"PT0S\" | duration",
                "\"duration\":\"-PT1H\" | duration",
                "\"duration\":\"PT90S\" | duration",
                "\"duration\":\"P8D\" | duration",
                "\"duration\":\"an hour\" | duration",
                "\"duration\":\"PT1H\",\"slotStep\":\"PT1M\" | slotStep",
                "\"duration\":\"PT1H\",\"capacity\":0 | capacity",
                "\"duration\":\"PT1H\",\"capacity\":\"many\" | capacity",
                "\"duration\":\"PT1H\",\"bufferAfter\":\"P2D\" | bufferAfter",
                "\"duration\":\"PT1H\",\"price\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"} | price",
                "\"duration\":\"PT1H\",\"price\":{\"amount\":12.5,\"currency\":\"EUR\"} | price",
                "\"duration\":\"PT1H\",\"assignment\":\"random\" | assignment",
                "\"duration\":\"PT1H\",\"alsoRequires\":[[]] | alsoRequires",
                "\"duration\":\"PT1H\",\"cancellation\":[{\"deadline\":\"PT1H\",\"feeShare\":1.5}] | feeShare",
            })
    void refusesAnOfferingThatMakesNoSense(String fields, String says) {
        var json = "{\"name\":\"x\",%s,\"resourceIds\":[\"%s\"]}".formatted(fields, person());
        var answer = post("/api/calendar/offerings", json);
        assertThat(answer.problem()).as(answer.body()).isEqualTo("400 invalid-input");
        assertThat(answer.body()).contains(says);
    }

    @Test
    void refusesOfferingsOfNobody() {
        var nobody = "{\"name\":\"x\",\"duration\":\"PT1H\",\"resourceIds\":[%s]}";
        assertThat(post("/api/calendar/offerings", nobody.formatted("")).status()).isEqualTo(400);
        var stranger = nobody.formatted("\"" + UUID.randomUUID() + "\"");
        assertThat(post("/api/calendar/offerings", stranger).problem())
                .isEqualTo("422 unknown-resource");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01T10:00:00",
                "2026-06-31T10:00:00Z",
                "2026-06-01",
                "tomorrow",
                "1999-12-31T10:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "2026-06-01T25:00:00Z",
                "2026-06-01T10:00:00+25:00"
            })
    void refusesTimesThatAreNone(String start) {
        var offering = offering("", person());
        var json = "{\"offeringId\":\"%s\",\"start\":\"%s\"}".formatted(offering, start);
        assertThat(post("/api/calendar/holds", json).problem()).isEqualTo("400 invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H1S", "-PT5M", "soon"})
    void refusesHoldsThatAreTooLongOrNone(String ttl) {
        var json =
                "{\"offeringId\":\"%s\",\"start\":\"%s\",\"ttl\":\"%s\"}"
                        .formatted(offering("", person()), at(10), ttl);
        assertThat(post("/api/calendar/holds", json).problem()).isEqualTo("400 invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Grace\"}",
                "{\"name\":\"\",\"email\":\"g@example.org\"}",
                "{\"name\":\"Grace\",\"email\":\"nowhere\"}",
                "{\"name\":\"Grace\",\"email\":\"g@example.org\\r\\nBcc: all@example.org\"}",
                "{\"name\":\"Grace\\nHopper\",\"email\":\"g@example.org\"}",
                "{\"name\":\"Grace\",\"email\":\"g@example.org\",\"timeZone\":\"PST\"}"
            })
    void refusesAttendeesWhoCannotBeReached(String attendee) {
        var json =
                "{\"offeringId\":\"%s\",\"start\":\"%s\",\"attendee\":%s}"
                        .formatted(offering("", person()), at(10), attendee);
        assertThat(post("/api/calendar/bookings", json).problem()).isEqualTo("400 invalid-input");
    }

    @Test
    void refusesPeriodsThatAreNone() {
        var offering = offering("", person());
        var path = "/api/calendar/availability?offeringId=" + offering + "&from=%s&to=%s";
        assertThat(get(path.formatted(at(10), at(10))).problem()).isEqualTo("400 invalid-period");
        assertThat(get(path.formatted(at(10), at(9))).problem()).isEqualTo("400 invalid-period");
        assertThat(get(path.formatted(at(10), at(10).plusDays(63))).problem())
                .isEqualTo("400 invalid-period");
        assertThat(get(path.formatted(at(10), "later")).problem()).isEqualTo("400 invalid-input");
        assertThat(get(path.formatted(at(10), at(12)) + "&timeZone=Nowhere").problem())
                .isEqualTo("400 invalid-input");
        assertThat(get("/api/calendar/bookings?status=lost").problem())
                .isEqualTo("400 invalid-input");
        var busy =
                "{\"mode\":\"merge\",\"busy\":[{\"id\":\"a\",\"start\":\"%s\",\"end\":\"%s\"}]}"
                        .formatted(at(10), at(9));
        var mirror = "/calendar/resources/%s/busy/%s".formatted(person(), UUID.randomUUID());
        assertThat(service("PUT", mirror, busy).problem()).isEqualTo("400 invalid-input");
        assertThat(service("PUT", mirror, "{\"mode\":\"replace\",\"busy\":[]}").problem())
                .isEqualTo("400 invalid-input");
    }

    private UUID nineToFive() {
        var hours =
                Arrays.stream(DayOfWeek.values())
                        .map(day -> "{\"day\":\"" + day + "\",\"from\":\"09:00\",\"to\":\"17:00\"}")
                        .toList();
        return post(
                        "/api/calendar/resources",
                        "{\"name\":\"Ada\",\"timeZone\":\"UTC\",\"workingHours\":%s}"
                                .formatted(hours))
                .id();
    }
}
