package io.frontdesk.ragknowledge.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run of a question set.
 *
 * @param baseIds where answers were looked for; empty for everywhere
 * @param status {@code running}, {@code done} or {@code failed}
 * @param progress from 0 to 1
 * @param configuration the tenant's configuration when the run began
 * @param problem why it failed, if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvaluationRun(
        UUID id,
        UUID setId,
        @Nullable String label,
        List<UUID> baseIds,
        String status,
        double progress,
        int questions,
        Totals totals,
        JsonNode configuration,
        @Nullable String problem,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {

    /**
     * What came out so far.
     *
     * @param wrong answers without an expected one, and answers to what cannot be answered
     * @param refusedRight refusals of what cannot be answered
     * @param refusedWrong refusals of what could have been answered
     * @param expected answered questions that name a document
     * @param citedExpected those of them whose answer quotes it
     * @param p50 milliseconds within which half of the answers came
     * @param p95 milliseconds within which 95 % of the answers came
     * @param confidence the mean over answers given, 0 to 1
     */
    record Totals(
            int right,
            int wrong,
            int refusedRight,
            int refusedWrong,
            int expected,
            int citedExpected,
            long p50,
            long p95,
            double confidence) {

        int asked() {
            return right + wrong + refusedRight + refusedWrong;
        }
    }
}
