package io.frontdesk.ragknowledge.questionset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The question sets of the tenant at hand; a set does not change once it is made. */
@Repository
@Transactional
public class QuestionSets {

    static final int MOST = 200;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final IdGenerator ids;
    private final Clock clock;

    QuestionSets(
            JdbcClient jdbc, NamedParameterJdbcOperations batches, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
    }

    QuestionSet add(NewQuestionSet set) {
        int there =
                jdbc.sql("select count(*) from evaluation_set")
                        .query((row, _) -> row.getInt(1))
                        .single();
        if (there >= MOST) {
            throw new TooManyQuestionSets(MOST);
        }
        return get(insert(set, null, null));
    }

    /**
     * Adds a set of the tenant's own.
     *
     * @throws TooManyQuestionSets when there are as many as are kept
     */
    public UUID add(String name, List<AskedQuestion> questions) {
        return add(new NewQuestionSet(name, questions)).id();
    }

    /** Adds the questions of an industry pack. */
    public UUID addOfPack(String name, String pack, String version, List<AskedQuestion> questions) {
        return insert(new NewQuestionSet(name, questions), pack, version);
    }

    /**
     * Removes a pack's set, or leaves it to its runs if there are any; answers its size if gone.
     */
    public int removeOfPack(UUID id) {
        jdbc.sql("update evaluation_set set pack = null where id = :id").param("id", id).update();
        return jdbc
                .sql(
                        """
                        delete from evaluation_set where id = :id and not exists
                            (select from evaluation_run where set_id = :id)
                        returning questions
                        """)
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private UUID insert(NewQuestionSet set, @Nullable String pack, @Nullable String version) {
        var id = ids.generateId();
        jdbc.sql(
                        """
                        insert into evaluation_set (id, name, pack, pack_version, questions,
                            created_at)
                        values (:id, :name, :pack, :version, :questions, :now)
                        """)
                .param("id", id)
                .param("name", set.name().strip())
                .param("pack", pack)
                .param("version", version)
                .param("questions", set.questions().size())
                .param("now", OffsetDateTime.now(clock))
                .update();
        batches.batchUpdate(
                "insert into evaluation_question (set_id, position, question, answerable,"
                        + " document_id, document_title, answers) values (:set, :position,"
                        + " :question, :answerable, :documentId, :documentTitle, :answers)",
                IntStream.range(0, set.questions().size())
                        .mapToObj(i -> row(id, i, set.questions().get(i)))
                        .toArray(MapSqlParameterSource[]::new));
        return id;
    }

    private static MapSqlParameterSource row(UUID set, int position, AskedQuestion question) {
        return new MapSqlParameterSource("set", set)
                .addValue("position", position)
                .addValue("question", question.question().strip())
                .addValue("answerable", question.answerable())
                .addValue("documentId", question.documentId())
                .addValue("documentTitle", question.documentTitle())
                .addValue("answers", question.expected().toArray(String[]::new));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<QuestionSet> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        "select * from evaluation_set where :before::uuid is null or id <"
                                + " :before::uuid order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> set(row, null))
                .list();
    }

    /**
     * The set with its questions.
     *
     * @throws QuestionSetNotFound when the tenant has none of this id
     */
    public QuestionSet get(UUID id) {
        var questions =
                jdbc.sql("select * from evaluation_question where set_id = :id order by position")
                        .param("id", id)
                        .query((row, _) -> question(row))
                        .list();
        return jdbc.sql("select * from evaluation_set where id = :id")
                .param("id", id)
                .query((row, _) -> set(row, questions))
                .optional()
                .orElseThrow(() -> new QuestionSetNotFound(id));
    }

    void delete(UUID id) {
        int deleted =
                jdbc.sql("delete from evaluation_set where id = :id").param("id", id).update();
        if (deleted == 0) {
            throw new QuestionSetNotFound(id);
        }
    }

    private static AskedQuestion question(ResultSet row) throws SQLException {
        return new AskedQuestion(
                row.getString("question"),
                row.getBoolean("answerable"),
                row.getObject("document_id", UUID.class),
                row.getString("document_title"),
                List.of((String[]) row.getArray("answers").getArray()));
    }

    private static QuestionSet set(ResultSet row, @Nullable List<AskedQuestion> questions)
            throws SQLException {
        return new QuestionSet(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("questions"),
                row.getString("pack"),
                row.getString("pack_version"),
                row.getObject("created_at", OffsetDateTime.class),
                questions);
    }
}
