package io.frontdesk.ragknowledge.override;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.wording.Asked;
import io.frontdesk.starter.problem.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The curated answers of the tenant at hand, as their authors see them. */
@Repository
@Transactional
public class CuratedEntries {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final KnowledgeBases bases;
    private final IdGenerator ids;
    private final Clock clock;

    CuratedEntries(JdbcClient jdbc, KnowledgeBases bases, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.bases = bases;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a curated answer, whose fields have been validated. */
    public CuratedEntry add(NewEntry sent) {
        var entry = sent.clean();
        entry.baseIds().forEach(bases::require);
        if (jdbc.sql("select count(*) from curated_answer")
                        .query((row, _) -> row.getInt(1))
                        .single()
                >= MOST) {
            throw new TooManyOverrides(MOST);
        }
        var id = ids.generateId();
        fields(
                        jdbc.sql(
                                """
                                insert into curated_answer (id, question, alternatives, answer,
                                    base_ids, valid_from, valid_until, enabled, created_at,
                                    updated_at)
                                values (:id, :question, :alternatives, :answer, :bases, :from,
                                    :until, :enabled, :now, :now)
                                """),
                        entry)
                .param("id", id)
                .update();
        phrase(id, entry);
        return get(id);
    }

    CuratedEntry get(UUID id) {
        return jdbc.sql("select * from curated_answer where id = :id")
                .param("id", id)
                .query(CuratedEntries::entry)
                .optional()
                .orElseThrow(() -> new OverrideNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<CuratedEntry> list(@Nullable String text, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from curated_answer
                        where (:before::uuid is null or id < :before::uuid)
                          and (:text::text is null
                               or position(:text in lower(question)) > 0
                               or position(:text in lower(answer)) > 0
                               or position(:text in lower(array_to_string(alternatives, ' '))) > 0)
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("text", text == null ? null : text.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(CuratedEntries::entry)
                .list();
    }

    /** All, oldest first; {@code after} is the last id of the page before. */
    public List<CuratedEntry> all(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select * from curated_answer where :after::uuid is null or id >"
                                + " :after::uuid order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(CuratedEntries::entry)
                .list();
    }

    CuratedEntry change(UUID id, NewEntry sent, @Nullable Integer version) {
        requireVersion(id, version);
        var entry = sent.clean();
        entry.baseIds().forEach(bases::require);
        fields(
                        jdbc.sql(
                                """
                                update curated_answer set question = :question,
                                    alternatives = :alternatives, answer = :answer,
                                    base_ids = :bases, valid_from = :from, valid_until = :until,
                                    enabled = :enabled, updated_at = :now, version = version + 1
                                where id = :id
                                """),
                        entry)
                .param("id", id)
                .update();
        jdbc.sql("delete from curated_phrasing where answer_id = :id").param("id", id).update();
        phrase(id, entry);
        return get(id);
    }

    void delete(UUID id, @Nullable Integer version) {
        requireVersion(id, version);
        jdbc.sql("delete from curated_answer where id = :id").param("id", id).update();
    }

    private void requireVersion(UUID id, @Nullable Integer version) {
        int current =
                jdbc.sql("select version from curated_answer where id = :id for update")
                        .param("id", id)
                        .query((row, _) -> row.getInt(1))
                        .optional()
                        .orElseThrow(() -> new OverrideNotFound(id));
        if (version != null && version != current) {
            throw new OverrideChanged(current);
        }
    }

    private void phrase(UUID id, NewEntry entry) {
        var texts = new ArrayList<String>();
        texts.add(entry.question());
        texts.addAll(entry.alternatives());
        for (int i = 0; i < texts.size(); i++) {
            var asked = Asked.of(texts.get(i));
            jdbc.sql(
                            "insert into curated_phrasing (answer_id, ordinal, text, form, topics)"
                                    + " values (:id, :ordinal, :text, :form, :topics)")
                    .param("id", id)
                    .param("ordinal", i)
                    .param("text", texts.get(i))
                    .param("form", asked.form())
                    .param("topics", asked.topics().toArray(String[]::new))
                    .update();
        }
    }

    private JdbcClient.StatementSpec fields(JdbcClient.StatementSpec sql, NewEntry entry) {
        return sql.param("question", entry.question())
                .param("alternatives", entry.alternatives().toArray(String[]::new))
                .param("answer", entry.answer())
                .param("bases", entry.baseIds().toArray(UUID[]::new))
                .param("from", entry.validFrom())
                .param("until", entry.validUntil())
                .param("enabled", entry.enabled())
                .param("now", OffsetDateTime.now(clock));
    }

    private static CuratedEntry entry(ResultSet row, int number) throws SQLException {
        return new CuratedEntry(
                row.getObject("id", UUID.class),
                row.getString("question"),
                List.of((String[]) array(row, "alternatives")),
                row.getString("answer"),
                List.of((UUID[]) array(row, "base_ids")),
                row.getObject("valid_from", OffsetDateTime.class),
                row.getObject("valid_until", OffsetDateTime.class),
                row.getBoolean("enabled"),
                row.getLong("hits"),
                row.getObject("last_hit_at", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class),
                row.getInt("version"));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    /** Someone else has changed the curated answer meanwhile (RFC 9110, section 13.1.1). */
    @Problem(
            status = HttpStatus.PRECONDITION_FAILED,
            type = "override-changed",
            title = "The override was changed meanwhile")
    static class OverrideChanged extends RuntimeException {
        OverrideChanged(int version) {
            super("The override is at version " + version + " by now. Read it again.");
        }
    }
}
