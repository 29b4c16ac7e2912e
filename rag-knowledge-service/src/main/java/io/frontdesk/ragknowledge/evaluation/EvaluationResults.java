package io.frontdesk.ragknowledge.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came out of each question of a run. */
@Repository
@Transactional
class EvaluationResults {

    private final JdbcClient jdbc;

    EvaluationResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The positions of the questions that have been put. */
    Set<Integer> positions(UUID run) {
        return new HashSet<>(
                jdbc.sql("select position from evaluation_result where run_id = :run")
                        .param("run", run)
                        .query((row, _) -> row.getInt(1))
                        .list());
    }

    /** Keeps a result, unless another process was faster or the run has been deleted meanwhile. */
    void add(UUID run, int position, AskedQuestion question, Answer answer, long millis) {
        int there =
                jdbc.sql("update evaluation_run set failures = 0 where id = :run")
                        .param("run", run)
                        .update();
        if (there == 0) {
            return;
        }
        jdbc.sql(
                        """
                        insert into evaluation_result (run_id, position, question, verdict, answer,
                            reason, cited, cited_expected, confidence, millis)
                        values (:run, :position, :question, :verdict, :answer, :reason, :cited,
                            :expected, :confidence, :millis)
                        on conflict (run_id, position) do nothing
                        """)
                .param("run", run)
                .param("position", position)
                .param("question", question.question())
                .param("verdict", Verdict.of(question, answer).word())
                .param("answer", answer.answer())
                .param("reason", answer.reason())
                .param(
                        "cited",
                        answer.citations().stream()
                                .map(Answer.Citation::title)
                                .distinct()
                                .toArray(String[]::new))
                .param("expected", Verdict.citesExpected(question, answer))
                .param("confidence", answer.confidence())
                .param("millis", millis)
                .update();
    }

    /** In the order of the questions, from a position on. */
    List<Result> list(UUID run, int from, int limit) {
        return jdbc.sql(
                        "select * from evaluation_result where run_id = :run and position >= :from"
                                + " order by position limit :limit")
                .param("run", run)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> result(row))
                .list();
    }

    /** Each question of the first run that both have put, with both verdicts. */
    List<Compared> compare(UUID run, UUID other) {
        return jdbc.sql(
                        """
                        select a.position, a.question, a.verdict as one, b.verdict as other
                        from evaluation_result a join lateral (
                            select verdict from evaluation_result b
                            where b.run_id = :other and b.question = a.question
                            order by b.position limit 1) b on true
                        where a.run_id = :run order by a.position
                        """)
                .param("run", run)
                .param("other", other)
                .query((row, _) -> compared(row))
                .list();
    }

    private static Compared compared(ResultSet row) throws SQLException {
        var now = Verdict.of(row.getString("one"));
        var before = Verdict.of(row.getString("other"));
        return new Compared(
                row.getInt("position"),
                row.getString("question"),
                before,
                now,
                change(isGood(before), isGood(now)));
    }

    private static String change(boolean before, boolean now) {
        if (before == now) {
            return "unchanged";
        }
        return now ? "fixed" : "broken";
    }

    private static boolean isGood(Verdict verdict) {
        return verdict == Verdict.RIGHT || verdict == Verdict.REFUSED_RIGHT;
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                row.getInt("position"),
                row.getString("question"),
                Verdict.of(row.getString("verdict")),
                row.getString("answer"),
                row.getString("reason"),
                List.of((String[]) row.getArray("cited").getArray()),
                (Boolean) row.getObject("cited_expected"),
                row.getDouble("confidence"),
                row.getLong("millis"));
    }

    /**
     * What came of a question.
     *
     * @param reason why it was refused, if it was
     * @param cited titles of the documents quoted
     * @param citedExpected absent where no document is expected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int position,
            String question,
            Verdict verdict,
            String answer,
            @Nullable String reason,
            List<String> cited,
            @Nullable Boolean citedExpected,
            double confidence,
            long millis) {}

    /** A question in two runs; {@code change} is fixed, broken or unchanged. */
    record Compared(int position, String question, Verdict before, Verdict now, String change) {}
}
