package io.frontdesk.gateway.audit;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** What was done to tenants, users, clients and keys; entries can be added and read, no more. */
@Repository
public class AuditLog {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final IdGenerator ids;

    AuditLog(JdbcClient jdbc, Clock clock, IdGenerator ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Adds an entry to the caller's transaction, so that no change is without its entry.
     *
     * @param tenant whose entry it is; null for the platform's own
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            @Nullable UUID tenant, String actor, String action, Object target, String detail) {
        jdbc.sql(
                        """
                        insert into audit_entries
                          (id, at, tenant_id, actor, action, target, detail, address, request_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(ids.generateId())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(tenant)
                .param(actor)
                .param(action)
                .param(target.toString())
                .param(detail)
                .param(RequestOrigin.address())
                .param(MDC.get("requestId"))
                .update();
    }

    /** Newest first, as far as the transaction's {@link Tenancy} lets it see. */
    @Transactional(readOnly = true)
    Page<AuditEntry> page(int limit, @Nullable UUID before) {
        var rows =
                jdbc.sql(
                                """
                                select * from audit_entries where (:before::uuid is null or id < :before)
                                order by id desc limit :limit
                                """)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(DataClassRowMapper.newInstance(AuditEntry.class))
                        .list();
        return Page.of(rows, limit, AuditEntry::id);
    }
}
