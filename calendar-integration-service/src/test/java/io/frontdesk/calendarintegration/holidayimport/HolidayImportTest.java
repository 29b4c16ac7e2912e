package io.frontdesk.calendarintegration.holidayimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.InvitationApp;
import io.frontdesk.test.identity.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HolidayImportTest extends InvitationApp {
    @Test
    void closesTheResourceOnTheDaysOfTheFile() {
        var resource = newResource();
        var year = LocalDate.now(clock.withZone(ZoneId.of("Europe/Berlin"))).getYear() + 1;
        var file =
                calendar(
                        """
                        BEGIN:VEVENT
                        SUMMARY:Christmas
                        DTSTART;VALUE=DATE:19701225
                        DTEND;VALUE=DATE:19701227
                        RRULE:FREQ=YEARLY
                        END:VEVENT
                        BEGIN:VEVENT
                        SUMMARY:Lunch
                        DTSTART:%d0601T120000
                        DTEND:%d0601T130000
                        END:VEVENT
                        """
                                .formatted(year, year));
        var first = imported(resource, file);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().get("dates").toString())
                .contains(year + "-12-25", year + "-12-26")
                .doesNotContain(year + "-12-27");
        assertThat(first.json().get("imported").intValue())
                .isEqualTo(first.json().get("dates").size())
                .isBetween(6, 8);
        assertThat(first.json().get("skipped").get(0).get("event").stringValue())
                .isEqualTo("Lunch");

        var again = imported(resource, file);
        assertThat(again.json().get("imported").intValue()).isZero();
        assertThat(again.json().get("holidayListId")).isEqualTo(first.json().get("holidayListId"));
        var days =
                asTenant(() ->
                        jdbc.sql(
                                        """
                                        select l.days::text from holiday_list l
                                        join resource r on l.id = any(r.holiday_list_ids)
                                        """)
                                .query(String.class)
                                .single());
        assertThat(days).contains("Christmas", year + "-12-25");
        assertThat(get("/api/calendar/resources/" + resource).status()).isEqualTo(200);
    }

    @Test
    void changesNothingForAFileThatItDoesNotUnderstand() {
        var resource = newResource();
        var start = "DTSTART:20270101T090000\n";
        for (var bad :
                List.of(
                        start + "RRULE:FREQ=DAILY;COUNT=10000",
                        start + "DTEND:20261231T090000",
                        "DTSTART;TZID=Mars/Base:20270101T090000")) {
            var answer = imported(resource, calendar("BEGIN:VEVENT\n" + bad + "\nEND:VEVENT"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("calendar-file-refused");
        }
        assertThat(imported(resource, "x".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
        assertThat(imported(resource, new byte[1_048_577]).status()).isEqualTo(413);
        assertThat(imported(UUID.randomUUID(), calendar("")).status()).isEqualTo(404);
        assertThat(
                        send(
                                        TestTokens.owner(tenant),
                                        "POST",
                                        path(resource),
                                        new byte[] {1},
                                        "Content-Type",
                                        "application/json")
                                .status())
                .isEqualTo(415);
        var lists =
                asTenant(() ->
                        jdbc.sql("select count(*) from holiday_list").query(Long.class).single());
        assertThat(lists).isZero();
    }

    private Answer imported(UUID resource, byte[] file) {
        return send(
                TestTokens.owner(tenant),
                "POST",
                path(resource),
                file,
                "Content-Type",
                "text/calendar; charset=utf-8");
    }

    private static String path(UUID resource) {
        return "/api/calendar/resources/" + resource + "/holidays/import";
    }

    private static byte[] calendar(String events) {
        return ("BEGIN:VCALENDAR\nX-WR-CALNAME:Holidays\n" + events.strip() + "\nEND:VCALENDAR\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
