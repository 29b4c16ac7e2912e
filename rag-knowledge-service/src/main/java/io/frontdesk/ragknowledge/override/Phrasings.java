package io.frontdesk.ragknowledge.override;

import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.wording.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ways to ask for the tenant's curated answers that hold now, and the hits of these. */
@Repository
@Transactional
class Phrasings {

    /** Those that name a base come before those for everywhere, the newest first. */
    private static final String IN_FORCE =
            """
            select p.*, a.question, a.answer from curated_phrasing p
            join curated_answer a on a.id = p.answer_id
            where a.enabled
              and (a.valid_from is null or a.valid_from <= :now)
              and (a.valid_until is null or a.valid_until > :now)
              and (a.base_ids = '{}' or :bases::uuid[] = '{}' or a.base_ids && :bases::uuid[])
              and %s
            order by a.base_ids = '{}', a.updated_at desc, a.id desc
            """;

    private static final String SAME_FORM =
            IN_FORCE.formatted("md5(p.form) = md5(:form) and p.form = :form") + " limit 1";
    private static final String SAME_TOPICS =
            IN_FORCE.formatted(
                    "(p.topics && :topics::text[]"
                            + " or (p.topics = '{}' and :topics::text[] = '{}'))");

    private final JdbcClient jdbc;
    private final Clock clock;

    Phrasings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Phrasing> exact(String form, List<UUID> baseIds) {
        return at(jdbc.sql(SAME_FORM), baseIds)
                .param("form", form)
                .query(Phrasings::phrasing)
                .optional();
    }

    /** Those whose words allow that they mean the same. */
    List<Phrasing> similar(Asked asked, List<UUID> baseIds) {
        return at(jdbc.sql(SAME_TOPICS), baseIds)
                .param("topics", asked.topics().toArray(String[]::new))
                .query(Phrasings::phrasing)
                .stream()
                .filter(phrasing -> asked.mayMean(Asked.of(phrasing.text())))
                .toList();
    }

    void keep(Phrasing phrasing, String model, Vector vector) {
        jdbc.sql(
                        "update curated_phrasing set model = :model, vector = :vector"
                                + " where answer_id = :id and ordinal = :ordinal and text = :text")
                .param("model", model)
                .param("vector", vector.values())
                .param("id", phrasing.answer().id())
                .param("ordinal", phrasing.ordinal())
                .param("text", phrasing.text())
                .update();
    }

    void hit(UUID answer) {
        jdbc.sql(
                        "update curated_answer set hits = hits + 1, last_hit_at = :now"
                                + " where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", answer)
                .update();
    }

    private StatementSpec at(StatementSpec sql, List<UUID> baseIds) {
        return sql.param("now", OffsetDateTime.now(clock))
                .param("bases", baseIds.toArray(UUID[]::new));
    }

    private static Phrasing phrasing(ResultSet row, int number) throws SQLException {
        return new Phrasing(
                new CuratedAnswer(
                        row.getObject("answer_id", UUID.class),
                        row.getString("question"),
                        row.getString("answer")),
                row.getInt("ordinal"),
                row.getString("text"),
                row.getString("model"),
                vector(row));
    }

    private static @Nullable Vector vector(ResultSet row) throws SQLException {
        var array = row.getArray("vector");
        if (array == null) {
            return null;
        }
        var boxed = (Float[]) array.getArray();
        var values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i];
        }
        return Vector.of(values);
    }

    /**
     * One way to ask.
     *
     * @param model that made the vector; null, as the vector, before it is first needed
     */
    record Phrasing(
            CuratedAnswer answer,
            int ordinal,
            String text,
            @Nullable String model,
            @Nullable Vector vector) {}
}
