package io.frontdesk.admincustomerrag.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The audit of the tenant at hand; it can be added to and read, no more. */
@Repository
@Transactional
public class Audit {

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Audit(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    public void record(String actor, AuditAction action, @Nullable Object subject) {
        record(actor, action, subject, null, null);
    }

    /** Records a change of the configuration from one version to another. */
    public void record(
            String actor,
            AuditAction action,
            @Nullable Object subject,
            @Nullable Integer from,
            @Nullable Integer to) {
        jdbc.sql(
                        "insert into audit_entry"
                                + " (id, at, actor, action, subject, from_version, to_version)"
                                + " values (:id, :at, :actor, :action, :subject, :from, :to)")
                .param("id", ids.generateId())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor)
                .param("action", action.wire())
                .param("subject", subject == null ? null : subject.toString())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Newest first. */
    List<AuditEntry> list(Filter filter, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select id, at, actor, action, subject, from_version, to_version
                        from audit_entry
                        where (:before::uuid is null or id < :before)
                          and (:action::text is null or action = :action)
                          and (:from::timestamptz is null or at >= :from)
                          and (:to::timestamptz is null or at < :to)
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("action", filter.action())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(AuditEntry.class))
                .list();
    }

    /** Which entries are wanted; null for all. */
    record Filter(
            @Nullable String action, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        Filter {
            // A driver's timestamp knows fewer offsets than ISO 8601.
            from = from == null ? null : from.withOffsetSameInstant(ZoneOffset.UTC);
            to = to == null ? null : to.withOffsetSameInstant(ZoneOffset.UTC);
        }
    }
}
