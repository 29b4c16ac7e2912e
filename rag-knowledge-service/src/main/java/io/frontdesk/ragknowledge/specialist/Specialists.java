package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.specialist.NewAssistant.Settings;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The specialists of the tenant at hand. */
@Repository
@Transactional
public class Specialists {

    /** The most that a tenant may have. */
    public static final int MOST = 50;

    private final JdbcClient jdbc;
    private final KnowledgeBases bases;
    private final Tenancy tenancy;
    private final Clock clock;

    Specialists(JdbcClient jdbc, KnowledgeBases bases, Tenancy tenancy, Clock clock) {
        this.jdbc = jdbc;
        this.bases = bases;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * A specialist with those of its bases that are still there. Where none is left it keeps them
     * all: a search of them finds no such base, while an empty list would open every other one.
     */
    public Optional<Specialist> find(UUID id) {
        return assistant(id)
                .map(found -> {
                    var left = bases.remaining(found.baseIds()).all();
                    return new Specialist(
                            found.id(),
                            found.name(),
                            found.description(),
                            left.isEmpty() ? found.baseIds() : left,
                            found.instructions());
                });
    }

    /** All of the tenant's, oldest first. */
    public List<Assistant> all() {
        return jdbc.sql("select * from specialist order by id")
                .query(Specialists::assistant)
                .list();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Assistant> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from specialist
                        where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(Specialists::assistant)
                .list();
    }

    Assistant get(UUID id) {
        return assistant(id).orElseThrow(() -> new AgentNotFound(id));
    }

    Assistant add(UUID id, Settings settings) {
        requireBases(settings);
        // Held to the end of the transaction, so that two at once cannot both be the last.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:tenant, 5))")
                .param("tenant", "specialist " + tenancy.require())
                .query((row, _) -> 0)
                .single();
        if (jdbc.sql("select count(*) from specialist").query(Integer.class).single() >= MOST) {
            throw new TooManyAgents(MOST);
        }
        return write(
                """
                insert into specialist (id, name, description, instructions, topics, base_ids,
                    created_at, updated_at)
                values (:id, :name, :description, :instructions, :topics, :bases, :now, :now)
                returning *
                """,
                id,
                settings);
    }

    Assistant change(UUID id, Settings settings) {
        get(id);
        requireBases(settings);
        return write(
                """
                update specialist set name = :name, description = :description,
                    instructions = :instructions, topics = :topics, base_ids = :bases,
                    updated_at = :now
                where id = :id returning *
                """,
                id,
                settings);
    }

    void delete(UUID id) {
        get(id);
        jdbc.sql("delete from specialist where id = :id").param("id", id).update();
    }

    private Optional<Assistant> assistant(UUID id) {
        return jdbc.sql("select * from specialist where id = :id")
                .param("id", id)
                .query(Specialists::assistant)
                .optional();
    }

    private void requireBases(Settings settings) {
        if (!settings.baseIds().isEmpty()) {
            bases.choice(settings.baseIds());
        }
    }

    private Assistant write(String sql, UUID id, Settings settings) {
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("name", settings.name())
                    .param("description", settings.description())
                    .param("instructions", settings.instructions())
                    .param("topics", settings.topics().toArray(String[]::new))
                    .param("bases", settings.baseIds().toArray(UUID[]::new))
                    .param("now", OffsetDateTime.now(clock))
                    .query(Specialists::assistant)
                    .optional()
                    .orElseThrow(() -> new AgentNotFound(id));
        } catch (DuplicateKeyException taken) {
            throw new AgentNameTaken(settings.name());
        }
    }

    private static Assistant assistant(ResultSet row, int number) throws SQLException {
        return new Assistant(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                List.of((UUID[]) row.getArray("base_ids").getArray()),
                row.getString("instructions"),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class));
    }
}
