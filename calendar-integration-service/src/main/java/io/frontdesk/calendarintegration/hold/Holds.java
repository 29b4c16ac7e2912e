package io.frontdesk.calendarintegration.hold;

import io.frontdesk.calendarintegration.availability.Placement;
import io.frontdesk.calendarintegration.occupancy.Occupancy;
import io.frontdesk.calendarintegration.occupancy.Turns;
import io.frontdesk.calendarintegration.offering.Offerings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The holds of the tenant at hand. */
@Repository
@Transactional
public class Holds {
    private final JdbcClient jdbc;
    private final Offerings offerings;
    private final Placement placement;
    private final Occupancy occupancy;
    private final Turns turns;
    private final IdGenerator ids;
    private final Clock clock;

    Holds(
            JdbcClient jdbc,
            Offerings offerings,
            Placement placement,
            Occupancy occupancy,
            Turns turns,
            IdGenerator ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.offerings = offerings;
        this.placement = placement;
        this.occupancy = occupancy;
        this.turns = turns;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a slot; when the time is up it is free again, whether or not anybody looks. */
    public Hold place(
            UUID offeringId, @Nullable UUID resourceId, Instant start, Duration timeToLive) {
        var seat = placement.choose(offerings.get(offeringId), resourceId, start);
        var id = ids.generateId();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var expiresAt = now.plus(timeToLive);
        jdbc.sql(
                        """
                        insert into hold values (:id, default, :offering, :resources::uuid[],
                            :start, :end, :expires, 'held', :now)
                        """)
                .param("id", id)
                .param("offering", offeringId)
                .param("resources", seat.resources().toArray(UUID[]::new))
                .param("start", utc(seat.start()))
                .param("end", utc(seat.end()))
                .param("expires", utc(expiresAt))
                .param("now", utc(now))
                .update();
        occupancy.hold(seat, id, expiresAt);
        return get(id);
    }

    public Hold get(UUID id) {
        return find(id, "").orElseThrow(() -> new HoldRefused.HoldNotFound(id));
    }

    /** Ends a hold early; one that has ended stays as it is. */
    public void release(UUID id) {
        var hold = get(id);
        if (hold.status() == HoldStatus.BOOKED) {
            throw new HoldRefused.HoldBooked();
        }
        int released = change(id, "released");
        if (released > 0) {
            occupancy.free(id);
        }
    }

    /** Makes a hold the booking's, whose row must be there already; nobody else gets it then. */
    public Hold claim(UUID id) {
        var hold = find(id, " for update").orElseThrow(() -> new HoldRefused.HoldNotFound(id));
        switch (hold.status()) {
            case BOOKED -> throw new HoldRefused.HoldBooked();
            case EXPIRED, RELEASED -> throw new HoldRefused.HoldExpired();
            case HELD -> {
                placement.stillAhead(hold.start().toInstant());
                change(id, "booked");
            }
        }
        return hold;
    }

    /** One hold of the tenant whose time is up ends. Returns whether there was any. */
    boolean expireOne() {
        var expired =
                jdbc.sql(
                                """
                                select * from hold where status = 'held' and expires_at <= :now
                                order by expires_at limit 1
                                """)
                        .param("now", OffsetDateTime.now(clock))
                        .query(this::hold)
                        .optional();
        expired.ifPresent(hold -> {
            turns.prepare(hold.resourceIds(), hold.start().toInstant(), hold.end().toInstant());
            if (change(hold.id(), "expired") > 0) {
                occupancy.free(hold.id());
            }
        });
        return expired.isPresent();
    }

    /** Tenants that have a hold whose time is up; to be asked as the system. */
    List<UUID> tenantsWithExpired() {
        return jdbc.sql(
                        """
                        select distinct tenant_id from hold
                        where status = 'held' and expires_at <= :now
                        """)
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private int change(UUID id, String status) {
        return jdbc.sql("update hold set status = :status where id = :id and status = 'held'")
                .param("status", status)
                .param("id", id)
                .update();
    }

    private Optional<Hold> find(UUID id, String lock) {
        return jdbc.sql("select * from hold where id = :id" + lock)
                .param("id", id)
                .query(this::hold)
                .optional();
    }

    /** A hold has expired when its time is up, not when a row says so. */
    private Hold hold(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        var status = HoldStatus.of(row.getString("status"));
        var over = status == HoldStatus.HELD && !expiresAt.toInstant().isAfter(clock.instant());
        var resources = List.of((UUID[]) row.getArray("resource_ids").getArray());
        return new Hold(
                row.getObject("id", UUID.class),
                over ? HoldStatus.EXPIRED : status,
                expiresAt,
                row.getObject("offering_id", UUID.class),
                resources.getFirst(),
                resources,
                row.getObject("starts_at", OffsetDateTime.class),
                row.getObject("ends_at", OffsetDateTime.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
