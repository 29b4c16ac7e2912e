package io.frontdesk.ragcore.settings;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settings of the current tenant. */
@Repository
public class TenantSettings {
    private final JdbcClient jdbc;
    private final Clock clock;

    TenantSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public TenantSetting current() {
        return jdbc.sql(
                        """
                        select version, spend_cap, spend_currency, embedding_model, generation_model
                        from tenant_setting
                        """)
                .query(TenantSetting.class)
                .optional()
                .orElse(TenantSetting.NONE);
    }

    /** Says whether it was newer than what was there. */
    boolean replace(TenantSetting setting) {
        return jdbc.sql(
                                """
                                insert into tenant_setting (version, spend_cap, spend_currency,
                                    embedding_model, generation_model, changed_at)
                                values (:version, :cap, :currency, :embedding, :generation, :now)
                                on conflict (tenant_id) do update set version = excluded.version,
                                    spend_cap = excluded.spend_cap,
                                    spend_currency = excluded.spend_currency,
                                    embedding_model = excluded.embedding_model,
                                    generation_model = excluded.generation_model,
                                    changed_at = excluded.changed_at
                                where tenant_setting.version < excluded.version
                                """)
                        .param("version", setting.version())
                        .param("cap", setting.spendCap())
                        .param("currency", setting.spendCurrency())
                        .param("embedding", setting.embeddingModel())
                        .param("generation", setting.generationModel())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }
}
