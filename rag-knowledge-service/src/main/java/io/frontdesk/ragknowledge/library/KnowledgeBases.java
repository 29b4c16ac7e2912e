package io.frontdesk.ragknowledge.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge bases of the tenant at hand. */
@Repository
@Transactional
public class KnowledgeBases {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnowledgeBases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, NewShelf base) {
        jdbc.sql(
                        "insert into knowledge_base (id, name, description, industry, created_at)"
                                + " values (:id, :name, :description, :industry, :now)")
                .param("id", id)
                .param("name", base.name())
                .param("description", base.description())
                .param("industry", base.industry())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Shelf get(UUID id) {
        return jdbc.sql("select * from knowledge_base where id = :id")
                .param("id", id)
                .query(KnowledgeBases::shelf)
                .optional()
                .orElseThrow(() -> new KnowledgeBaseNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Shelf> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        "select * from knowledge_base where :before::uuid is null or id <"
                                + " :before::uuid order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(KnowledgeBases::shelf)
                .list();
    }

    /** The given bases, or all of the tenant's when none is given. */
    public List<UUID> choose(@Nullable List<UUID> ids) {
        var all =
                jdbc.sql("select id from knowledge_base order by id")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        if (ids == null || ids.isEmpty()) {
            return all;
        }
        ids.stream()
                .filter(id -> !all.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new KnowledgeBaseNotFound(id);
                });
        return ids.stream().distinct().toList();
    }

    /**
     * Insists that the tenant has the base.
     *
     * @throws KnowledgeBaseNotFound when it has not
     */
    public void require(UUID id) {
        get(id);
    }

    private static Shelf shelf(ResultSet row, int number) throws SQLException {
        return new Shelf(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("industry"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    /** A knowledge base as the API shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shelf(
            UUID id,
            String name,
            @Nullable String description,
            @Nullable String industry,
            OffsetDateTime createdAt) {}
}
