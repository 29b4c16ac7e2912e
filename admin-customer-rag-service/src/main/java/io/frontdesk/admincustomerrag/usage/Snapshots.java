package io.frontdesk.admincustomerrag.usage;

import io.frontdesk.starter.events.Events;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The last measurement of each day, and who was warned of what. */
@Repository
@Transactional
public class Snapshots {

    /** Days that measurements are kept. */
    static final int KEPT = 400;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Events events;
    private final Tenancy tenancy;
    private final Clock clock;

    Snapshots(JdbcClient jdbc, JsonMapper json, Events events, Tenancy tenancy, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * What was used on a day.
     *
     * @param day UTC
     */
    record Snapshot(LocalDate day, OffsetDateTime measuredAt, Usage usage) {}

    /** Keeps a measurement as its day's, and warns where a threshold is reached. */
    void keep(Usage usage) {
        var now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        jdbc.sql(
                        "insert into usage_snapshot (day, measured_at, usage)"
                                + " values (:day, :now, :usage::json)"
                                + " on conflict (tenant_id, day) do update"
                                + " set measured_at = excluded.measured_at, usage = excluded.usage")
                .param("day", now.toLocalDate())
                .param("now", now)
                .param("usage", json.writeValueAsString(usage))
                .update();
        warn(usage.month(), "documents", usage.documents().share());
        warn(usage.month(), "chunks", usage.chunks().share());
        warn(usage.month(), "questions", usage.questions().share());
        warn(usage.month(), "money", usage.money().share());
    }

    List<Snapshot> between(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select day, measured_at, usage from usage_snapshot"
                                + " where day between :from and :to order by day")
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Snapshot(
                                row.getObject("day", LocalDate.class),
                                row.getObject("measured_at", OffsetDateTime.class),
                                json.readValue(row.getString("usage"), Usage.class)))
                .list();
    }

    /** Forgets what is too old, of all tenants. */
    int sweep() {
        var oldest = OffsetDateTime.now(clock).minusDays(KEPT);
        jdbc.sql("delete from quota_warning where at < :oldest").param("oldest", oldest).update();
        return jdbc.sql("delete from usage_snapshot where day < :oldest")
                .param("oldest", oldest.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                .update();
    }

    /** Removes those of the tenant at hand and tells how many they were. */
    public int removeAll() {
        jdbc.sql("delete from quota_warning").update();
        return jdbc.sql("delete from usage_snapshot").update();
    }

    /** Of two thresholds that are reached at once, only the higher one is told. */
    private void warn(String month, String kind, @Nullable Double share) {
        if (share == null || share < 0.8) {
            return;
        }
        boolean near = first(month, kind, 80);
        boolean full = share >= 1 && first(month, kind, 100);
        if (near || full) {
            events.publish(
                    QuotaNear.TYPE,
                    tenancy.require().toString(),
                    new QuotaNear(month, kind, full ? 100 : 80, share));
        }
    }

    private boolean first(String month, String kind, int percent) {
        return jdbc.sql(
                                "insert into quota_warning (month, kind, percent, at)"
                                        + " values (:month, :kind, :percent, :now)"
                                        + " on conflict do nothing")
                        .param("month", month)
                        .param("kind", kind)
                        .param("percent", percent)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
