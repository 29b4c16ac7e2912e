package io.frontdesk.calendarintegration.availability;

import static java.util.Objects.requireNonNull;
import static java.util.function.UnaryOperator.identity;
import static java.util.stream.Collectors.toMap;

import io.frontdesk.calendarintegration.hours.Interval;
import io.frontdesk.calendarintegration.hours.OpeningHours;
import io.frontdesk.calendarintegration.offering.Offering;
import io.frontdesk.calendarintegration.resource.Resource;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.calendarintegration.slots.Facts;
import io.frontdesk.calendarintegration.slots.Session;
import io.frontdesk.calendarintegration.slots.Terms;
import io.frontdesk.calendarintegration.slots.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what decides about an offering's slots, in at most four queries. */
@Repository
@Transactional
public class SlotFacts {
    private static final long DAY = 24 * 60 * 60;

    private final JdbcClient jdbc;
    private final Resources resources;
    private final Clock clock;

    SlotFacts(JdbcClient jdbc, Resources resources, Clock clock) {
        this.jdbc = jdbc;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * The facts about starts within a piece of time.
     *
     * @param serving those of the offering's resources that come into question
     */
    public Facts read(Offering offering, List<UUID> serving, long from, long to) {
        var terms =
                new Terms(
                        offering.duration().toSeconds(),
                        offering.bufferBefore().toSeconds(),
                        offering.bufferAfter().toSeconds(),
                        offering.slotStep().toSeconds(),
                        offering.minimumNotice().toSeconds(),
                        offering.bookingWindow().toSeconds(),
                        offering.capacity());
        var needed = new HashSet<>(serving);
        offering.alsoRequires().forEach(needed::addAll);
        var rows =
                resources.all(List.copyOf(needed)).stream()
                        .collect(toMap(Resource::id, identity()));
        var now = OffsetDateTime.now(clock);
        var holidays = holidays(rows.values().stream().toList());
        // Least busy is decided over the day, which may begin before the first slot.
        var after = offering.duration().plus(offering.bufferAfter()).toSeconds();
        var busy = busy(needed, from - DAY, to + after + DAY, now);
        var timelines = new HashMap<UUID, Timeline>();
        for (var row : rows.values()) {
            timelines.put(
                    row.id(),
                    new Timeline(
                            row.id(),
                            opening(row, holidays),
                            busy.getOrDefault(row.id(), List.of()),
                            row.active(),
                            row.stale() && offering.stopWhenStale()));
        }
        var byPriority =
                Comparator.<UUID>comparingInt(id -> requireNonNull(rows.get(id)).priority())
                        .thenComparing(Comparator.naturalOrder());
        return new Facts(
                terms,
                timelines(serving, timelines, byPriority),
                offering.alsoRequires().stream()
                        .map(group -> timelines(group, timelines, byPriority))
                        .toList(),
                offering.capacity() > 1 ? sessions(offering, from, to, now) : List.of(),
                // A second that has begun is not over: a slot at its start is not in the past.
                now.toEpochSecond());
    }

    private static List<Timeline> timelines(
            List<UUID> ids, Map<UUID, Timeline> known, Comparator<UUID> order) {
        return ids.stream().filter(known::containsKey).sorted(order).map(known::get).toList();
    }

    private static OpeningHours opening(Resource row, Map<UUID, Set<LocalDate>> holidays) {
        var closed = new HashSet<LocalDate>();
        row.holidayListIds().forEach(list -> closed.addAll(holidays.getOrDefault(list, Set.of())));
        return new OpeningHours(
                ZoneId.of(row.timeZone()), row.workingHours(), row.exceptions(), closed);
    }

    private Map<UUID, Set<LocalDate>> holidays(List<Resource> rows) {
        var lists =
                rows.stream()
                        .flatMap(row -> row.holidayListIds().stream())
                        .distinct()
                        .toArray(UUID[]::new);
        var days = new HashMap<UUID, Set<LocalDate>>();
        if (lists.length > 0) {
            jdbc.sql(
                            """
                            select id, day ->> 'date' as date
                            from holiday_list, jsonb_array_elements(days) as day
                            where id = any(:ids)
                            """)
                    .param("ids", lists)
                    .query(row -> {
                        days.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                                .add(LocalDate.parse(row.getString(2)));
                    });
        }
        return days;
    }

    /** One row per resource: thousands of rows would cost more than all the rest. */
    private Map<UUID, List<Interval>> busy(Set<UUID> ids, long from, long to, OffsetDateTime now) {
        var busy = new HashMap<UUID, List<Interval>>();
        jdbc.sql(
                        """
                        select resource_id,
                               array_agg(floor(date_part('epoch', from_at))::bigint),
                               array_agg(ceil(date_part('epoch', to_at))::bigint)
                        from (
                            select resource_id, from_at, to_at from occupied
                            where resource_id = any(:ids) and to_at > :from and from_at < :to
                              and kind = 'session' and (expires_at is null or expires_at > :now)
                            union all
                            select resource_id, from_at, to_at from external_busy
                            where resource_id = any(:ids) and to_at > :from and from_at < :to) taken
                        group by resource_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("from", at(from))
                .param("to", at(to))
                .param("now", now)
                .query(row -> {
                    busy.put(
                            row.getObject(1, UUID.class),
                            intervals(
                                    (Long[]) row.getArray(2).getArray(),
                                    (Long[]) row.getArray(3).getArray()));
                });
        return busy;
    }

    private static List<Interval> intervals(Long[] from, Long[] to) {
        var intervals = new ArrayList<Interval>(from.length);
        for (int index = 0; index < from.length; index++) {
            intervals.add(new Interval(from[index], to[index]));
        }
        return intervals;
    }

    private List<Session> sessions(Offering offering, long from, long to, OffsetDateTime now) {
        return jdbc.sql(
                        """
                        select s.resource_id, extract(epoch from s.starts_at)::bigint,
                               extract(epoch from s.ends_at)::bigint, count(*)
                        from session s join seat on seat.session_id = s.id
                        left join hold h on h.id = seat.hold_id
                        where s.offering_id = :id and s.starts_at >= :from and s.starts_at < :to
                          and (seat.booking_id is not null or h.expires_at > :now)
                        group by s.id
                        """)
                .param("id", offering.id())
                .param("from", at(from))
                .param("to", at(to))
                .param("now", now)
                .query((row, _) ->
                        new Session(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getLong(3),
                                row.getInt(4)))
                .list();
    }

    private static OffsetDateTime at(long second) {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
    }
}
