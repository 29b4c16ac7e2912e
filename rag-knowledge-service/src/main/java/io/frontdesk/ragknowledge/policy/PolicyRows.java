package io.frontdesk.ragknowledge.policy;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The configuration of the tenant at hand, as it was last received. */
@Repository
@Transactional
class PolicyRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PolicyRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    AppliedPolicy find() {
        return jdbc.sql("select version, configuration from knowledge_policy")
                .query((row, _) -> {
                    var kept = json.readTree(row.getString("configuration"));
                    var policy = new PolicyReader(kept, Policy.DEFAULT).policy();
                    return new AppliedPolicy(row.getLong("version"), policy);
                })
                .optional()
                .orElse(AppliedPolicy.NONE);
    }

    /** False when a version at least as new is there already. */
    boolean keep(long version, Policy policy) {
        return jdbc.sql(
                                """
                                insert into knowledge_policy as known
                                    (version, configuration, received_at)
                                values (:version, :configuration::jsonb, :now)
                                on conflict (tenant_id) do update
                                    set version = excluded.version,
                                        configuration = excluded.configuration,
                                        received_at = excluded.received_at
                                    where known.version < excluded.version
                                """)
                        .param("version", version)
                        .param("configuration", json.writeValueAsString(policy))
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
