package io.frontdesk.admincustomerrag.isolation;

import io.frontdesk.admincustomerrag.probe.Probe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the tenant at hand. */
@Repository
@Transactional
public class Reports {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String service;

    Reports(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            @Value("${frontdesk.version:0.1.0}") String service) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    void begin(UUID id, String by, int configuration) {
        jdbc.sql(
                        "insert into isolation_report"
                                + " (id, status, requested_by, started_at, configuration_version)"
                                + " values (:id, 'running', :by, :now, :configuration)")
                .param("id", id)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("configuration", configuration)
                .update();
    }

    /** Ends a report, unless it has ended before; answers who had asked for it. */
    Optional<String> finish(UUID id, String status, List<Probe> probes, @Nullable String problem) {
        return jdbc.sql(
                        "update isolation_report set status = :status, finished_at = :now,"
                                + " probes = :probes::json, problem = :problem"
                                + " where id = :id and status = 'running' returning requested_by")
                .param("status", status)
                .param("now", OffsetDateTime.now(clock))
                .param("probes", json.writeValueAsString(probes))
                .param("problem", problem)
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    Optional<Report> latest() {
        return jdbc.sql("select * from isolation_report order by id desc limit 1")
                .query((row, number) -> report(row))
                .optional();
    }

    Optional<Report> find(UUID id) {
        return jdbc.sql("select * from isolation_report where id = :id")
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    /** Removes all of them and tells how many they were. */
    public int removeAll() {
        return jdbc.sql("delete from isolation_report").update();
    }

    private Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("status"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class),
                json.readValue(row.getString("probes"), new TypeReference<List<Probe>>() {}),
                Map.of(
                        "configuration",
                        row.getString("configuration_version"),
                        "admin-customer-rag-service",
                        service),
                row.getString("problem"));
    }
}
