package io.frontdesk.admincustomerrag.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The erasures of the tenant at hand; a complete one is never changed. */
@Repository
@Transactional
class Erasures {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Erasures(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Whether this one begins; not while another one runs. */
    boolean begin(UUID id, String by) {
        return jdbc.sql(
                                "insert into erasure (id, requested_by, requested_at, step)"
                                        + " values (:id, :by, :now, :step)"
                                        + " on conflict (tenant_id) where completed_at is null"
                                        + " do nothing")
                        .param("id", id)
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
                        .param("step", Step.COUNT.wire())
                        .update()
                == 1;
    }

    Optional<Erasure> running() {
        return jdbc.sql("select * from erasure where completed_at is null")
                .query((row, number) -> erasure(row))
                .optional();
    }

    Erasure get(UUID id) {
        return jdbc.sql("select * from erasure where id = :id")
                .param("id", id)
                .query((row, number) -> erasure(row))
                .optional()
                .orElseThrow(() -> new ErasureNotFound(id));
    }

    void found(UUID id, Map<String, Long> counts) {
        jdbc.sql("update erasure set found = :found::json, step = :step where id = :id")
                .param("found", json.writeValueAsString(counts))
                .param("step", Step.KNOWLEDGE_REQUEST.wire())
                .param("id", id)
                .update();
    }

    void knowledge(UUID id, UUID knowledgeId) {
        jdbc.sql("update erasure set knowledge_id = :knowledge, step = :step where id = :id")
                .param("knowledge", knowledgeId)
                .param("step", Step.KNOWLEDGE_WAIT.wire())
                .param("id", id)
                .update();
    }

    /** Adds what a store removed to what it removed before, and goes on to the next step. */
    void removed(Erasure erasure, String store, Map<String, Long> counts, Step next) {
        var all = new TreeMap<>(erasure.removed());
        var sum = new TreeMap<>(all.getOrDefault(store, Map.of()));
        counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        all.put(store, sum);
        jdbc.sql("update erasure set removed = :removed::json, step = :step where id = :id")
                .param("removed", json.writeValueAsString(all))
                .param("step", next.wire())
                .param("id", erasure.id())
                .update();
    }

    /** Begins another round. */
    void again(UUID id) {
        jdbc.sql(
                        "update erasure set attempts = attempts + 1, step = :step,"
                                + " knowledge_id = null where id = :id")
                .param("step", Step.KNOWLEDGE_REQUEST.wire())
                .param("id", id)
                .update();
    }

    void complete(Erasure erasure, boolean verified) {
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        var receipt = Receipt.canonical(erasure, now, verified);
        jdbc.sql(
                        "update erasure set step = :step, verified = :verified,"
                                + " completed_at = :now, receipt = :receipt, digest = :digest"
                                + " where id = :id")
                .param("step", Step.COMPLETE.wire())
                .param("verified", verified)
                .param("now", now)
                .param("receipt", receipt)
                .param("digest", Receipt.digest(receipt))
                .param("id", erasure.id())
                .update();
    }

    private Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class),
                Step.of(row.getString("step")),
                row.getObject("knowledge_id", UUID.class),
                row.getInt("attempts"),
                json.readValue(row.getString("found"), new TypeReference<Map<String, Long>>() {}),
                json.readValue(
                        row.getString("removed"),
                        new TypeReference<Map<String, Map<String, Long>>>() {}),
                row.getObject("verified", Boolean.class),
                row.getObject("completed_at", OffsetDateTime.class),
                row.getString("receipt"),
                row.getString("digest"));
    }
}
