package io.frontdesk.payment.terms;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The terms of the tenant. */
@Repository
public class StoredTerms {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    StoredTerms(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Terms get() {
        return jdbc.sql("select content from payment_terms")
                .query((row, number) -> json.readValue(row.getString(1), Terms.class))
                .optional()
                .orElse(Terms.DEFAULT);
    }

    /** Writes the next version; false where another writer was faster. */
    @Transactional
    public boolean replace(Terms next, String who) {
        return jdbc.sql(
                                """
                                insert into payment_terms as old
                                    (version, content, changed_by, changed_at)
                                values (:version, cast(:content as jsonb), :who, :now)
                                on conflict (tenant_id) do update set
                                    version = excluded.version, content = excluded.content,
                                    changed_by = excluded.changed_by,
                                    changed_at = excluded.changed_at
                                where old.version = excluded.version - 1
                                """)
                        .param("version", next.version())
                        .param("content", json.writeValueAsString(next))
                        .param("who", who)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
