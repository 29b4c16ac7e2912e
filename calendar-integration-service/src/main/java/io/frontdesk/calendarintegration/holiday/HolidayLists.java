package io.frontdesk.calendarintegration.holiday;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The holiday lists of the tenant at hand. */
@Repository
@Transactional
class HolidayLists {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    HolidayLists(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A day by the clock of each resource that follows the list. */
    record Holiday(@NotNull LocalDate date, @Nullable @Size(max = 200) String name) {}

    /** What a list is to be. */
    record NewHolidayList(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 1000) List<@Valid @NotNull Holiday> days) {}

    record HolidayList(UUID id, String name, List<Holiday> days) {}

    void add(UUID id, NewHolidayList list) {
        jdbc.sql("insert into holiday_list values (:id, default, :name, :days::jsonb, :now)")
                .param("id", id)
                .param("name", list.name().strip())
                .param("days", json.writeValueAsString(list.days()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    HolidayList replace(UUID id, NewHolidayList list) {
        jdbc.sql("update holiday_list set name = :name, days = :days::jsonb where id = :id")
                .param("id", id)
                .param("name", list.name().strip())
                .param("days", json.writeValueAsString(list.days()))
                .update();
        return get(id);
    }

    HolidayList get(UUID id) {
        return jdbc.sql("select * from holiday_list where id = :id")
                .param("id", id)
                .query(this::list)
                .optional()
                .orElseThrow(() -> new HolidayListNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<HolidayList> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from holiday_list
                        where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::list)
                .list();
    }

    void remove(UUID id) {
        get(id);
        jdbc.sql(
                        """
                        update resource set holiday_list_ids = array_remove(holiday_list_ids, :id)
                        where holiday_list_ids @> array[:id]
                        """)
                .param("id", id)
                .update();
        jdbc.sql("delete from holiday_list where id = :id").param("id", id).update();
    }

    private HolidayList list(ResultSet row, int number) throws SQLException {
        return new HolidayList(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of(json.readValue(row.getString("days"), Holiday[].class)));
    }
}
