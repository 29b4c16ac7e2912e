package io.frontdesk.gateway.audit;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * Counts refusals in memory and writes them every few seconds, a bounded number of rows at a time:
 * an attacker can make the counts grow, not the table.
 */
@Repository
public class RefusedRequests {
    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);
    private static final int LONGEST_PATH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenancy tenancy;
    private final Clock clock;
    private final IdGenerator ids;
    private final AuditProperties properties;
    private final Object lock = new Object();
    private Map<Kind, Tally> tallies = new HashMap<>();

    RefusedRequests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Tenancy tenancy,
            Clock clock,
            IdGenerator ids,
            AuditProperties properties) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenancy = tenancy;
        this.clock = clock;
        this.ids = ids;
        this.properties = properties;
    }

    private record Kind(@Nullable UUID tenant, String reason, String credential, String address) {}

    private record Tally(String path, Instant first, Instant last, long count) {
        Tally plus(Tally other) {
            return new Tally(path, first, other.last, count + other.count);
        }
    }

    /**
     * Counts one refusal.
     *
     * @param credential an id or a kind; never what the caller sent
     */
    public void count(
            @Nullable UUID tenant, String reason, String credential, String address, String path) {
        var now = clock.instant();
        var shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
        var one = new Tally(shown, now, now, 1);
        var kind = new Kind(tenant, reason, credential, address);
        synchronized (lock) {
            if (!tallies.containsKey(kind) && tallies.size() >= properties.rows()) {
                kind = new Kind(null, "many", "various", "various");
            }
            tallies.merge(kind, one, Tally::plus);
        }
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${frontdesk.audit.refused.interval:5s}")
    void write() {
        Map<Kind, Tally> counted;
        synchronized (lock) {
            if (tallies.isEmpty()) {
                return;
            }
            counted = tallies;
            tallies = new HashMap<>();
        }
        try {
            tenancy.asSystem(() -> transaction.execute(status -> insert(counted)));
        } catch (RuntimeException e) {
            log.warn("{} kinds of refused requests could not be recorded", counted.size(), e);
        }
    }

    private int insert(Map<Kind, Tally> counted) {
        counted.forEach((kind, tally) ->
                jdbc.sql(
                                """
                                insert into refused_requests (id, first_at, last_at,
                                  tenant_id, reason, credential, address, path, count)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .param(ids.generateId())
                        .param(at(tally.first()))
                        .param(at(tally.last()))
                        .param(kind.tenant())
                        .param(kind.reason())
                        .param(kind.credential())
                        .param(kind.address())
                        .param(tally.path())
                        .param(tally.count())
                        .update());
        return counted.size();
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void forget() {
        var end = at(clock.instant().minus(properties.retention()));
        tenancy.asSystem(() ->
                transaction.execute(status ->
                        jdbc.sql("delete from refused_requests where last_at < ?")
                                .param(end)
                                .update()));
    }

    Page<RefusedRequest> page(int limit, @Nullable UUID before) {
        var rows =
                jdbc.sql(
                                """
                                select * from refused_requests
                                where (:before::uuid is null or id < :before)
                                order by id desc limit :limit
                                """)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(DataClassRowMapper.newInstance(RefusedRequest.class))
                        .list();
        return Page.of(rows, limit, RefusedRequest::id);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
