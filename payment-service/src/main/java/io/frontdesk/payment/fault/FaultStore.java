package io.frontdesk.payment.fault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The faults that the tenant asked for. */
@Repository
public class FaultStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    FaultStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Faults get() {
        return jdbc.sql("select content from sandbox_faults")
                .query((row, number) -> json.readValue(row.getString(1), Faults.class))
                .optional()
                .orElse(Faults.NONE);
    }

    @Transactional
    void put(Faults faults) {
        jdbc.sql(
                        """
                        insert into sandbox_faults (content) values (cast(? as jsonb))
                        on conflict (tenant_id) do update set content = excluded.content
                        """)
                .param(json.writeValueAsString(faults))
                .update();
    }
}
