package io.frontdesk.ragknowledge.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The questions of each calendar month, UTC, as one counter per tenant and month. */
@Repository
@Transactional
class QuestionCounts {

    private static final int MONTHS = 24;

    private final JdbcClient jdbc;
    private final Clock clock;

    QuestionCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one more, unless that many have been asked: then false. */
    boolean take(long allowed) {
        return allowed > 0
                && jdbc.sql(
                                        """
                                        insert into question_count as counted (month, questions)
                                        values (:month, 1)
                                        on conflict (tenant_id, month) do update
                                            set questions = counted.questions + 1
                                            where counted.questions < :allowed
                                        """)
                                .param("month", month())
                                .param("allowed", allowed)
                                .update()
                        == 1;
    }

    long used() {
        return jdbc.sql("select questions from question_count where month = :month")
                .param("month", month())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElse(0L);
    }

    LocalDate month() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
    }

    /** When the next month begins. */
    OffsetDateTime end() {
        return month().plusMonths(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Forgets the counters of all tenants that are older than two years. */
    int prune() {
        return jdbc.sql("delete from question_count where month < :oldest")
                .param("oldest", month().minusMonths(MONTHS))
                .update();
    }
}
