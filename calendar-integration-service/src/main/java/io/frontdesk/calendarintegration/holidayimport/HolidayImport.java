package io.frontdesk.calendarintegration.holidayimport;

import io.frontdesk.calendarintegration.icsfile.IcsEvent;
import io.frontdesk.calendarintegration.icsfile.IcsFile;
import io.frontdesk.calendarintegration.icsfile.IcsFile.Skipped;
import io.frontdesk.calendarintegration.icsfile.IcsReader;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.starter.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Adds the days of a file to the holiday list of its name that the resource follows. */
@Component
class HolidayImport {
    private static final int MOST_DAYS = 1_000;
    private static final int YEARS_AHEAD = 3;

    private final Resources resources;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    HolidayImport(
            Resources resources, JdbcClient jdbc, JsonMapper json, IdGenerator ids, Clock clock) {
        this.resources = resources;
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param imported how many days are new
     * @param skipped what closes no whole day, and why
     * @param dates all days that the file names, in order
     */
    record Imported(
            UUID holidayListId, int imported, List<Skipped> skipped, List<LocalDate> dates) {}

    /** A day as holiday lists keep it. */
    private record Day(LocalDate date, @Nullable String name) {}

    private record Found(UUID id, List<Day> days) {}

    /** More days than a list holds. */
    @Problem(
            status = HttpStatus.BAD_REQUEST,
            type = "calendar-file-refused",
            title = "Calendar file refused")
    static class TooManyDays extends RuntimeException {
        TooManyDays() {
            super("A holiday list holds at most " + MOST_DAYS + " days.");
        }
    }

    @Transactional
    Imported add(UUID resourceId, byte[] file, @Nullable String charset) {
        var zone = ZoneId.of(resources.get(resourceId).timeZone());
        var today = LocalDate.now(clock.withZone(zone));
        var read =
                IcsReader.read(
                        file, charset, zone, today.minusYears(1), today.plusYears(YEARS_AHEAD));
        var skipped = new ArrayList<>(read.skipped());
        var closed = closed(read, skipped);
        var list = list(resourceId, title(read));
        var days = new TreeMap<LocalDate, Day>();
        list.days().forEach(day -> days.put(day.date(), day));
        var before = days.size();
        closed.forEach((date, name) -> days.putIfAbsent(date, new Day(date, name)));
        if (days.size() > MOST_DAYS) {
            throw new TooManyDays();
        }
        jdbc.sql("update holiday_list set days = :days::jsonb where id = :id")
                .param("days", json.writeValueAsString(days.values()))
                .param("id", list.id())
                .update();
        return new Imported(list.id(), days.size() - before, skipped, List.copyOf(closed.keySet()));
    }

    private static Map<LocalDate, String> closed(IcsFile file, List<Skipped> skipped) {
        var days = new TreeMap<LocalDate, String>();
        for (var event : file.events()) {
            if (event.wholeDays()) {
                add(event, days);
            } else {
                skipped.add(new Skipped(event.title(), "It takes a part of a day only."));
            }
        }
        return days;
    }

    private static void add(IcsEvent event, Map<LocalDate, String> days) {
        for (var date : event.dates()) {
            days.putIfAbsent(date, event.title());
            if (days.size() > MOST_DAYS) {
                throw new TooManyDays();
            }
        }
    }

    private static String title(IcsFile file) {
        return file.name().isEmpty() ? "Imported holidays" : file.name();
    }

    /** The row of the resource is locked: two imports at once come one after the other. */
    private Found list(UUID resourceId, String name) {
        jdbc.sql("select id from resource where id = :id for update")
                .param("id", resourceId)
                .query(UUID.class)
                .single();
        return followed(resourceId, name).orElseGet(() -> made(resourceId, name));
    }

    private Optional<Found> followed(UUID resourceId, String name) {
        return jdbc.sql(
                        """
                        select l.id, l.days from holiday_list l
                        join resource r on l.id = any(r.holiday_list_ids)
                        where r.id = :resource and l.name = :name order by l.id limit 1
                        """)
                .param("resource", resourceId)
                .param("name", name)
                .query((row, number) ->
                        new Found(
                                row.getObject("id", UUID.class),
                                List.of(json.readValue(row.getString("days"), Day[].class))))
                .optional();
    }

    private Found made(UUID resourceId, String name) {
        var id = ids.generateId();
        jdbc.sql(
                        """
                        insert into holiday_list (id, name, days, created_at)
                        values (:id, :name, '[]', :now)
                        """)
                .param("id", id)
                .param("name", name)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql(
                        """
                        update resource set holiday_list_ids = array_append(holiday_list_ids, :list)
                        where id = :id
                        """)
                .param("list", id)
                .param("id", resourceId)
                .update();
        return new Found(id, List.of());
    }
}
