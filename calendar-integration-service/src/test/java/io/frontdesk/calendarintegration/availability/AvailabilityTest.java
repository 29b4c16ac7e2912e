package io.frontdesk.calendarintegration.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AvailabilityTest extends CalendarApp {

    @Test
    void tellsTimesInTheZoneAskedForOrThatOfTheResource() {
        var offering = offering("", person("Asia/Kathmandu"));
        var path =
                "/api/calendar/availability?offeringId=%s&from=%s&to=%s"
                        .formatted(offering, at(0), at(4));

        var there = get(path).json().at("/slots/0/start").stringValue();
        var here = get(path + "&timeZone=UTC").json().at("/slots/0/start").stringValue();

        assertThat(there).endsWith("+05:45");
        assertThat(here).endsWith("Z");
        assertThat(OffsetDateTime.parse(here)).isAtSameInstantAs(OffsetDateTime.parse(there));
    }

    @Test
    void saysWhereToAskOnWhenThereAreTooManySlots() {
        var offering = offering("\"slotStep\":\"PT5M\"", person(), person());
        var to = at(0).plusDays(50);
        var starts = new ArrayList<String>();
        var from = at(0).toString();
        while (!from.isEmpty()) {
            var answer =
                    get("/api/calendar/availability?timeZone=UTC&offeringId=%s&from=%s&to=%s"
                                    .formatted(offering, from, to))
                            .json();
            assertThat(answer.get("slots").size()).isBetween(1, 20_000);
            answer.get("slots")
                    .forEach(slot -> starts.add(slot.get("resourceId") + "" + slot.get("start")));
            from = answer.path("nextFrom").asString("");
        }
        assertThat(starts).hasSize(2 * 50 * 24 * 12).doesNotHaveDuplicates();
    }

    @Test
    void keepsToHolidaysAndExceptions() {
        var day = at(0).toLocalDate();
        var list =
                post(
                                "/api/calendar/holiday-lists",
                                "{\"name\":\"Feasts\",\"days\":[{\"date\":\"%s\"},{\"date\":\"%s\"}]}"
                                        .formatted(day, day.plusDays(1)))
                        .id();
        var hours = new ArrayList<String>();
        for (var week : DayOfWeek.values()) {
            hours.add("{\"day\":\"" + week + "\",\"from\":\"09:00\",\"to\":\"12:00\"}");
        }
        var json =
                ("{\"name\":\"Ada\",\"timeZone\":\"UTC\",\"workingHours\":%s,\"holidayListIds\":[\"%s\"],"
                                + "\"exceptions\":[{\"date\":\"%s\",\"hours\":[{\"from\":\"15:00\",\"to\":\"17:00\"}]}]}")
                        .formatted(hours, list, day);
        UUID ada = post("/api/calendar/resources", json).id();
        var offering = offering("", ada);

        assertThat(slots(offering, at(0), at(23))).hasSize(2);
        assertThat(slots(offering, at(0).plusDays(1), at(23).plusDays(1))).isEmpty();
        assertThat(slots(offering, at(0).plusDays(2), at(23).plusDays(2))).hasSize(3);
        assertThat(delete("/api/calendar/holiday-lists/" + list).status()).isEqualTo(204);
        assertThat(slots(offering, at(0).plusDays(1), at(23).plusDays(1))).hasSize(3);
        assertThat(put("/api/calendar/resources/" + ada, json).problem())
                .isEqualTo("422 unknown-holiday-list");
    }
}
