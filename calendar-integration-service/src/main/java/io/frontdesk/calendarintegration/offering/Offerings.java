package io.frontdesk.calendarintegration.offering;

import static java.util.Objects.requireNonNullElse;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The offerings of the tenant at hand. */
@Repository
@Transactional
public class Offerings {
    private static final Duration YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Offerings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(UUID id, NewOffering offering) {
        knowsResources(offering);
        bind(
                        """
                        insert into offering values (:id, default, :name, :description, :duration,
                            :before, :after, :notice, :window, :step, :capacity, :amount, :currency,
                            :resources::uuid[], :groups::jsonb, :assignment, :cancellation::jsonb,
                            :stop, :location, :active, :now)
                        """,
                        offering)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Offering replace(UUID id, NewOffering offering) {
        knowsResources(offering);
        bind(
                        """
                        update offering set name = :name, description = :description,
                            duration = :duration, buffer_before = :before, buffer_after = :after,
                            minimum_notice = :notice, booking_window = :window, slot_step = :step,
                            capacity = :capacity, price_amount = :amount,
                            price_currency = :currency, resource_ids = :resources::uuid[],
                            also_requires = :groups::jsonb, assignment = :assignment,
                            cancellation = :cancellation::jsonb, stop_when_stale = :stop,
                            location = :location, active = :active
                        where id = :id
                        """,
                        offering)
                .param("id", id)
                .update();
        return get(id);
    }

    /** One that was ever held or booked is only put out of use. */
    void remove(UUID id) {
        get(id);
        boolean used =
                jdbc.sql(
                                """
                                select exists (select from booking where offering_id = :id)
                                    or exists (select from hold where offering_id = :id)
                                    or exists (select from session where offering_id = :id)
                                    or exists (select from waiting where offering_id = :id)
                                """)
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        jdbc.sql(
                        used
                                ? "update offering set active = false where id = :id"
                                : "delete from offering where id = :id")
                .param("id", id)
                .update();
    }

    public Offering get(UUID id) {
        return jdbc.sql("select * from offering where id = :id")
                .param("id", id)
                .query(this::offering)
                .optional()
                .orElseThrow(() -> new OfferingNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Offering> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from offering where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::offering)
                .list();
    }

    private void knowsResources(NewOffering offering) {
        var named =
                Stream.concat(
                                offering.resourceIds().stream(),
                                groups(offering).stream().flatMap(List::stream))
                        .distinct()
                        .toArray(UUID[]::new);
        var known =
                jdbc.sql("select id from resource where id = any(:ids)")
                        .param("ids", named)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .set();
        Arrays.stream(named)
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new UnknownResource(id);
                });
    }

    private static List<List<UUID>> groups(NewOffering offering) {
        return requireNonNullElse(offering.alsoRequires(), List.of());
    }

    private StatementSpec bind(String sql, NewOffering offering) {
        var price = offering.price();
        return jdbc.sql(sql)
                .param("name", offering.name().strip())
                .param("description", offering.description())
                .param("duration", offering.duration().toSeconds())
                .param("before", seconds(offering.bufferBefore(), Duration.ZERO))
                .param("after", seconds(offering.bufferAfter(), Duration.ZERO))
                .param("notice", seconds(offering.minimumNotice(), Duration.ZERO))
                .param("window", seconds(offering.bookingWindow(), YEAR))
                .param(
                        "step",
                        NewOffering.step(offering.slotStep(), offering.duration()).toSeconds())
                .param("capacity", requireNonNullElse(offering.capacity(), 1))
                .param("amount", price == null ? null : price.getAmount())
                .param("currency", price == null ? null : price.getCurrencyUnit().getCode())
                .param("resources", offering.resourceIds().stream().distinct().toArray(UUID[]::new))
                .param("groups", json.writeValueAsString(groups(offering)))
                .param(
                        "assignment",
                        requireNonNullElse(offering.assignment(), Assignment.LEAST_BUSY).word())
                .param(
                        "cancellation",
                        json.writeValueAsString(
                                requireNonNullElse(offering.cancellation(), List.of())))
                .param("stop", requireNonNullElse(offering.stopWhenStale(), false))
                .param("location", offering.location())
                .param("active", requireNonNullElse(offering.active(), true));
    }

    private static long seconds(@Nullable Duration given, Duration otherwise) {
        return requireNonNullElse(given, otherwise).toSeconds();
    }

    private Offering offering(ResultSet row, int number) throws SQLException {
        var groups = json.readValue(row.getString("also_requires"), UUID[][].class);
        var rules = json.readValue(row.getString("cancellation"), CancellationRule[].class);
        return new Offering(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                Duration.ofSeconds(row.getLong("duration")),
                Duration.ofSeconds(row.getLong("buffer_before")),
                Duration.ofSeconds(row.getLong("buffer_after")),
                Duration.ofSeconds(row.getLong("minimum_notice")),
                Duration.ofSeconds(row.getLong("booking_window")),
                Duration.ofSeconds(row.getLong("slot_step")),
                row.getInt("capacity"),
                row.getString("price_currency") == null
                        ? null
                        : MoneyColumns.read(row, "price_amount", "price_currency"),
                List.of((UUID[]) row.getArray("resource_ids").getArray()),
                Arrays.stream(groups).map(List::of).toList(),
                Assignment.of(row.getString("assignment")),
                List.of(rules),
                row.getBoolean("stop_when_stale"),
                row.getString("location"),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
