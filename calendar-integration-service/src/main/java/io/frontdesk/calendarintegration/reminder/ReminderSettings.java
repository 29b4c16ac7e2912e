package io.frontdesk.calendarintegration.reminder;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Reminder times of an offering, or else of the tenant, or else the ones at first. */
@Repository
@Transactional
class ReminderSettings {
    private final JdbcClient jdbc;
    private final IdGenerator ids;

    ReminderSettings(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Null asks for what holds for all offerings. */
    ReminderTimes get(@Nullable UUID offering) {
        return jdbc.sql(
                        """
                        select minutes_before, offering_id is not null or :offering::uuid is null
                        from reminder_setting
                        where offering_id = :offering::uuid or offering_id is null
                        order by offering_id nulls last limit 1
                        """)
                .param("offering", offering)
                .query((row, _) ->
                        ReminderTimes.of(
                                List.of((Integer[]) row.getArray(1).getArray()), row.getBoolean(2)))
                .optional()
                .orElse(ReminderTimes.AT_FIRST);
    }

    ReminderTimes set(@Nullable UUID offering, List<Duration> before) {
        known(offering);
        var minutes = before.stream().map(Duration::toMinutes).distinct().toArray(Long[]::new);
        jdbc.sql(
                        """
                        insert into reminder_setting (id, offering_id, minutes_before)
                        values (:id, :offering, :minutes::int[])
                        on conflict (tenant_id, offering_id) do update
                        set minutes_before = excluded.minutes_before
                        """)
                .param("id", ids.generateId())
                .param("offering", offering)
                .param("minutes", minutes)
                .update();
        return get(offering);
    }

    void reset(@Nullable UUID offering) {
        known(offering);
        jdbc.sql(
                        "delete from reminder_setting where offering_id is not distinct from"
                                + " :offering::uuid")
                .param("offering", offering)
                .update();
    }

    void known(@Nullable UUID offering) {
        if (offering != null
                && !jdbc.sql("select exists (select from offering where id = :id)")
                        .param("id", offering)
                        .query(Boolean.class)
                        .single()) {
            throw new UnknownOffering(offering);
        }
    }
}
