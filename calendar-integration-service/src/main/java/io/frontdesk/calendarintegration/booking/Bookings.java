package io.frontdesk.calendarintegration.booking;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bookings of the tenant at hand. */
@Repository
@Transactional
public class Bookings {
    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What others need to know of a booking; the caller hears of one that is not there. */
    public BookingFact fact(UUID id) {
        return get(id).fact();
    }

    /** Confirmed bookings that take time of a resource between two instants, by start. */
    public List<BookingFact> between(UUID resourceId, Instant from, Instant to, int limit) {
        return select(
                        """
                        where status = 'confirmed' and :resource = any(resource_ids)
                          and starts_at > :from - interval '8 days' and starts_at < :to
                          and ends_at > :from
                        order by starts_at, id limit :limit
                        """)
                .param("resource", resourceId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Bookings::booking)
                .list()
                .stream()
                .map(Booking::fact)
                .toList();
    }

    /**
     * Which bookings to list; those without a bound reach as far as there are any.
     *
     * @param before the last id of the page before
     */
    public record Filter(
            @Nullable UUID resourceId,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            Booking.@Nullable Status status,
            @Nullable UUID before) {}

    /** Newest first. */
    public List<Booking> list(Filter filter, int limit) {
        var status = filter.status();
        return select(
                        """
                        where (:resource::uuid is null or :resource::uuid = any(resource_ids))
                          and (:from::timestamptz is null or ends_at > :from)
                          and (:to::timestamptz is null or starts_at < :to)
                          and (:status::text is null or status = :status)
                          and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("resource", filter.resourceId())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("status", status == null ? null : status.word())
                .param("before", filter.before())
                .param("limit", limit)
                .query(Bookings::booking)
                .list();
    }

    public Booking get(UUID id) {
        return find(id, "").orElseThrow(() -> new BookingRefused.BookingNotFound(id));
    }

    /** The booking, which nobody else can change until the transaction ends. */
    Booking lock(UUID id) {
        return find(id, " for update").orElseThrow(() -> new BookingRefused.BookingNotFound(id));
    }

    void add(Booking booking) {
        jdbc.sql(
                        """
                        insert into booking (id, offering_id, offering_name, resource_ids,
                            time_zone, starts_at, ends_at, status, attendee_name, attendee_email,
                            attendee_time_zone, location, series_id, created_at)
                        values (:id, :offering, :name, :resources::uuid[], :zone, :start, :end,
                            'confirmed', :attendee, :email, :attendeeZone, :location, :series, :now)
                        """)
                .param("id", booking.id())
                .param("offering", booking.offeringId())
                .param("name", booking.offeringName())
                .param("resources", booking.resourceIds().toArray(UUID[]::new))
                .param("zone", booking.timeZone())
                .param("start", booking.start())
                .param("end", booking.end())
                .param("attendee", booking.attendee().name().strip())
                .param("email", booking.attendee().email())
                .param("attendeeZone", booking.attendee().timeZone())
                .param("location", booking.location())
                .param("series", booking.seriesId())
                .param("now", booking.createdAt())
                .update();
    }

    void move(UUID id, List<UUID> resources, String zone, Instant start, Instant end) {
        jdbc.sql(
                        """
                        update booking set resource_ids = :resources::uuid[], time_zone = :zone,
                            starts_at = :start, ends_at = :end, sequence = sequence + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("resources", resources.toArray(UUID[]::new))
                .param("zone", zone)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    void cancel(UUID id, Booking.Cancellation cancellation) {
        var fee = cancellation.fee();
        jdbc.sql(
                        """
                        update booking set status = 'cancelled', sequence = sequence + 1,
                            cancelled_at = :at, cancellation_reason = :reason,
                            within_deadline = :within, fee_amount = :amount,
                            fee_currency = :currency
                        where id = :id
                        """)
                .param("id", id)
                .param("at", cancellation.at())
                .param("reason", cancellation.reason())
                .param("within", cancellation.withinDeadline())
                .param("amount", fee == null ? null : fee.getAmount())
                .param("currency", fee == null ? null : fee.getCurrencyUnit().getCode())
                .update();
    }

    void end(UUID id, Booking.Status status) {
        jdbc.sql("update booking set status = :status where id = :id")
                .param("status", status.word())
                .param("id", id)
                .update();
    }

    private Optional<Booking> find(UUID id, String lock) {
        return select("where id = :id" + lock).param("id", id).query(Bookings::booking).optional();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql("select * from booking " + rest);
    }

    private static Booking booking(ResultSet row, int number) throws SQLException {
        var cancelledAt = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Booking(
                row.getObject("id", UUID.class),
                Booking.Status.of(row.getString("status")),
                row.getInt("sequence"),
                row.getObject("offering_id", UUID.class),
                row.getString("offering_name"),
                List.of((UUID[]) row.getArray("resource_ids").getArray()),
                row.getObject("starts_at", OffsetDateTime.class),
                row.getObject("ends_at", OffsetDateTime.class),
                row.getString("time_zone"),
                new Attendee(
                        row.getString("attendee_name"),
                        row.getString("attendee_email"),
                        row.getString("attendee_time_zone")),
                row.getString("location"),
                row.getObject("series_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class),
                cancelledAt == null ? null : cancellation(row, cancelledAt));
    }

    private static Booking.Cancellation cancellation(ResultSet row, OffsetDateTime at)
            throws SQLException {
        return new Booking.Cancellation(
                at,
                row.getString("fee_currency") == null
                        ? null
                        : MoneyColumns.read(row, "fee_amount", "fee_currency"),
                row.getBoolean("within_deadline"),
                row.getString("cancellation_reason"));
    }
}
