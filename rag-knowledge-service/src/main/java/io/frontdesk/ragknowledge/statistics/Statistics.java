package io.frontdesk.ragknowledge.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts across tenants; to be used as the system. */
@Repository
@Transactional(readOnly = true)
class Statistics {

    static final int DAYS = 30;
    private static final String OF_TENANT =
            " where (:tenant::uuid is null or tenant_id = :tenant::uuid)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Statistics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The figures of each tenant, by the text of its id; of one alone where it is named. */
    Map<String, Tally> byTenant(@Nullable UUID tenant) {
        var tallies = new TreeMap<String, Tally>();
        count(
                tallies,
                tenant,
                "select tenant_id, count(*) as bases from knowledge_base" + OF_TENANT,
                " group by tenant_id",
                (tally, row) -> tally.bases(row.getLong("bases")));
        count(
                tallies,
                tenant,
                "select tenant_id, status, source, count(*) as documents, sum(chunks) as chunks,"
                        + " sum(size) as bytes, min(progressed_at) filter (where status = 'queued')"
                        + " as queued_since from document"
                        + OF_TENANT,
                " group by tenant_id, status, source",
                Statistics::documents);
        count(
                tallies,
                tenant,
                "select tenant_id, problem_type, count(*) as documents from document"
                        + OF_TENANT
                        + " and status = 'failed' and problem_type is not null",
                " group by tenant_id, problem_type",
                (tally, row) ->
                        tally.failures(row.getString("problem_type"), row.getLong("documents")));
        count(
                tallies,
                tenant,
                "select tenant_id, sum(asked) as asked, sum(abstained) as abstained,"
                        + " sum(overridden) as overridden from answer_day"
                        + OF_TENANT
                        + " and day > :since",
                " group by tenant_id",
                (tally, row) ->
                        tally.questions(
                                row.getLong("asked"),
                                row.getLong("abstained"),
                                row.getLong("overridden")));
        return tallies;
    }

    private void count(
            Map<String, Tally> tallies,
            @Nullable UUID tenant,
            String sql,
            String grouped,
            Reading reading) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql(sql + grouped)
                .param("tenant", tenant)
                .param("since", today.minusDays(DAYS))
                .query(row -> {
                    var id = row.getString("tenant_id");
                    reading.into(tallies.computeIfAbsent(id, _ -> new Tally()), row);
                });
    }

    private static void documents(Tally tally, ResultSet row) throws SQLException {
        tally.documents(
                row.getString("status"),
                row.getString("source"),
                row.getLong("documents"),
                row.getLong("chunks"),
                row.getLong("bytes"));
        tally.queuedSince(row.getObject("queued_since", OffsetDateTime.class));
    }

    private interface Reading {
        void into(Tally tally, ResultSet row) throws SQLException;
    }
}
