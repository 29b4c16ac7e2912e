package io.frontdesk.payment.setup;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Every change of the tenant's configuration. */
@Repository
class ConfigurationAudit {
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    ConfigurationAudit(JdbcClient jdbc, IdGenerator ids, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    void write(long version, String who, List<String> changes) {
        jdbc.sql(
                        """
                        insert into payment_terms_audit
                            (id, version, changed_by, changed_at, changes)
                        values (?, ?, ?, ?, cast(? as jsonb))
                        """)
                .params(ids.generateId(), version, who, Timestamp.from(clock.instant()))
                .param(json.writeValueAsString(changes))
                .update();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<ConfigurationChange> before(@Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        """
                        select * from payment_terms_audit
                        where cast(:cursor as uuid) is null or id < :cursor
                        order by id desc limit :limit
                        """)
                .param("cursor", cursor)
                .param("limit", limit)
                .query((row, number) -> ConfigurationChange.of(row, json))
                .list();
    }
}
