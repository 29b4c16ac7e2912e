package io.frontdesk.calendarintegration.resource;

import io.frontdesk.calendarintegration.hours.HoursException;
import io.frontdesk.calendarintegration.hours.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The resources of the tenant at hand. */
@Repository
@Transactional
public class Resources {
    private static final String SELECT =
            """
            select r.*, s.stale_since, s.resource_id is not null as stale
            from resource r left join (
                select resource_id, min(coalesce(stale_since, fresh_until)) as stale_since
                from external_calendar where state = 'revoked' or fresh_until < :now
                group by resource_id) s on s.resource_id = r.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Resources(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(UUID id, NewResource resource) {
        knowsHolidays(resource.holidayListIds());
        write(
                """
                insert into resource values (:id, default, :name, :kind, :zone, :hours::jsonb,
                    :exceptions::jsonb, :holidays::uuid[], :priority, :active, :now)
                """,
                id,
                resource);
    }

    Resource replace(UUID id, NewResource resource) {
        knowsHolidays(resource.holidayListIds());
        int changed =
                write(
                        """
                        update resource set name = :name, kind = :kind, time_zone = :zone,
                            working_hours = :hours::jsonb, exceptions = :exceptions::jsonb,
                            holiday_list_ids = :holidays::uuid[], priority = :priority,
                            active = :active
                        where id = :id and :now::timestamptz is not null
                        """,
                        id,
                        resource);
        if (changed == 0) {
            throw new ResourceNotFound(id);
        }
        return get(id);
    }

    /** One that something refers to is only put out of use: what was booked stays readable. */
    void remove(UUID id) {
        get(id);
        boolean used =
                jdbc.sql(
                                """
                                select exists (select from booking where resource_ids @> array[:id])
                                    or exists (select from occupied where resource_id = :id)
                                    or exists (select from session where resource_id = :id)
                                    or exists (select from waiting where resource_id = :id)
                                    or exists (select from offering
                                        where :id = any(resource_ids)
                                           or also_requires @> jsonb_build_array(jsonb_build_array(:id::text)))
                                """)
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        jdbc.sql(
                        used
                                ? "update resource set active = false where id = :id"
                                : "delete from resource where id = :id")
                .param("id", id)
                .update();
    }

    public Resource get(UUID id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .query(this::resource)
                .optional()
                .orElseThrow(() -> new ResourceNotFound(id));
    }

    /** Those of the ids that the tenant has, whatever their number and order. */
    public List<Resource> all(List<UUID> ids) {
        return jdbc.sql(SELECT + " where r.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(this::resource)
                .list();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Resource> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        SELECT
                                + " where :before::uuid is null or r.id < :before::uuid"
                                + " order by r.id desc limit :limit")
                .param("before", before)
                .param("now", OffsetDateTime.now(clock))
                .param("limit", limit)
                .query(this::resource)
                .list();
    }

    private void knowsHolidays(@Nullable List<UUID> lists) {
        for (var list : lists == null ? List.<UUID>of() : lists) {
            var known =
                    jdbc.sql("select exists (select from holiday_list where id = :id)")
                            .param("id", list)
                            .query(Boolean.class)
                            .single();
            if (!known) {
                throw new UnknownHolidayList(list);
            }
        }
    }

    private int write(String sql, UUID id, NewResource resource) {
        var lists = resource.holidayListIds();
        var kind = resource.kind();
        return jdbc.sql(sql)
                .param("id", id)
                .param("name", resource.name().strip())
                .param("kind", kind == null ? null : kind.word())
                .param("zone", resource.timeZone())
                .param("hours", json.writeValueAsString(resource.workingHours()))
                .param("exceptions", json.writeValueAsString(resource.exceptions()))
                .param("holidays", lists == null ? null : lists.toArray(UUID[]::new))
                .param("priority", resource.priority())
                .param("active", resource.active())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Resource resource(ResultSet row, int number) throws SQLException {
        return new Resource(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ResourceKind.of(row.getString("kind")),
                row.getString("time_zone"),
                List.of(json.readValue(row.getString("working_hours"), WorkingHours[].class)),
                List.of(json.readValue(row.getString("exceptions"), HoursException[].class)),
                List.of((UUID[]) row.getArray("holiday_list_ids").getArray()),
                row.getInt("priority"),
                row.getBoolean("active"),
                row.getBoolean("stale"),
                row.getObject("stale_since", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
