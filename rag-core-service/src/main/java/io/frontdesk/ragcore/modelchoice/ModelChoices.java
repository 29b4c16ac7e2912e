package io.frontdesk.ragcore.modelchoice;

import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.settings.TenantSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The embedding models of the current tenant's bases. Who changes one holds the lock on the chunk
 * feed, as who stores chunks does: no chunk is stored by a model that has just been replaced.
 */
@Repository
public class ModelChoices {
    private final JdbcClient jdbc;
    private final TenantSettings settings;
    private final EmbeddingModels models;
    private final Clock clock;

    ModelChoices(JdbcClient jdbc, TenantSettings settings, EmbeddingModels models, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.models = models;
        this.clock = clock;
    }

    /** Waits for other writers of chunks and of models. Comes first in a transaction. */
    public void lock() {
        jdbc.sql("select position from chunk_feed for update").query(Long.class).single();
    }

    /** What is chosen for a base; one without chunks may have nothing yet. */
    public Optional<ModelChoice> find(UUID base) {
        return jdbc.sql("select * from base_model where base_id = :base")
                .param("base", base)
                .query((row, _) -> choice(row))
                .optional();
    }

    /** What is chosen for a base, or what a new one gets. */
    public ModelChoice of(UUID base) {
        return find(base)
                .orElseGet(() ->
                        new ModelChoice(base, ofNewBases(), null, null, 0, null, clock.instant()));
    }

    /** For those bases, or for all of the tenant's when {@code null}. */
    public List<ModelChoice> of(@Nullable Set<UUID> bases) {
        return jdbc.sql("select * from base_model where :everywhere or base_id = any(:bases)")
                .param("everywhere", bases == null)
                .param("bases", bases == null ? new UUID[0] : bases.toArray(UUID[]::new))
                .query((row, _) -> choice(row))
                .list();
    }

    /** Of all bases that have chunks. */
    public List<ModelChoice> all() {
        return of((Set<UUID>) null);
    }

    /** The tenant's setting, if there is such a model. */
    public String ofNewBases() {
        var set = settings.current().embeddingModel();
        return set != null && models.has(set) ? set : EmbeddingModels.BUILT_IN;
    }

    /** Keeps what a base is embedded by once it has chunks. */
    public void keep(ModelChoice choice) {
        jdbc.sql(
                        """
                        insert into base_model (base_id, model, changed_at)
                        values (:base, :model, :now) on conflict do nothing
                        """)
                .param("base", choice.baseId())
                .param("model", choice.model())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Lets a model take over; {@code null} for none. */
    public void next(UUID base, @Nullable String model) {
        jdbc.sql(
                        """
                        update base_model set next_model = :model, filled_at = null, attempts = 0,
                            problem = null, changed_at = :now
                        where base_id = :base
                        """)
                .param("base", base)
                .param("model", model)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Every chunk has a vector of the next model, or some lack it again. */
    public void filled(UUID base, boolean filled) {
        jdbc.sql("update base_model set filled_at = :at where base_id = :base")
                .param("base", base)
                .param("at", filled ? OffsetDateTime.now(clock) : null)
                .update();
    }

    /** From now on the base is searched by the next model. */
    public void switchOver(UUID base) {
        jdbc.sql(
                        """
                        update base_model set model = next_model, next_model = null,
                            filled_at = null, attempts = 0, problem = null, changed_at = :now
                        where base_id = :base and next_model is not null
                        """)
                .param("base", base)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Remembers how an attempt went; {@code null} for well. */
    public void attempted(UUID base, @Nullable String problem) {
        jdbc.sql(
                        """
                        update base_model set problem = :problem,
                            attempts = case when :problem::text is null then 0 else attempts + 1 end
                        where base_id = :base
                            and (problem is not null or :problem::text is not null)
                        """)
                .param("base", base)
                .param("problem", problem)
                .update();
    }

    private static ModelChoice choice(ResultSet row) throws SQLException {
        var filled = row.getObject("filled_at", OffsetDateTime.class);
        return new ModelChoice(
                row.getObject("base_id", UUID.class),
                row.getString("model"),
                row.getString("next_model"),
                filled == null ? null : filled.toInstant(),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
