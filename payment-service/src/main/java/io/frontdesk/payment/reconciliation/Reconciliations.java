package io.frontdesk.payment.reconciliation;

import io.frontdesk.payment.account.TenantAccount;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the tenant. */
@Repository
class Reconciliations {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reconciliations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    void insert(Reconciliation report, TenantAccount account) {
        jdbc.sql(
                        """
                        insert into reconciliation (id, account_id, provider, live, from_time,
                            to_time, compared, differences, created_at)
                        values (:id, :account, :provider, :live, :from, :to, :compared,
                            cast(:differences as jsonb), :now)
                        """)
                .param("id", report.id())
                .param("account", account.id())
                .param("provider", report.provider())
                .param("live", report.live())
                .param("from", Timestamp.from(report.from()))
                .param("to", Timestamp.from(report.to()))
                .param("compared", report.compared())
                .param("differences", json.writeValueAsString(report.differences()))
                .param("now", Timestamp.from(report.createdAt()))
                .update();
    }

    @Transactional(readOnly = true)
    Reconciliation get(UUID id) {
        return jdbc.sql("select * from reconciliation where id = ?")
                .param(id)
                .query((row, number) -> Reconciliation.of(row, json))
                .optional()
                .orElseThrow(() -> new UnknownReconciliation(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Reconciliation> list(@Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        """
                        select * from reconciliation
                        where cast(:cursor as uuid) is null or id < :cursor
                        order by id desc limit :limit
                        """)
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, number) -> Reconciliation.of(row, json))
                .list();
    }
}
