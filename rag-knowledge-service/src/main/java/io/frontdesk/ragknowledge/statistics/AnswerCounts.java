package io.frontdesk.ragknowledge.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How many questions the tenant at hand was asked each day (UTC), and what came of them. */
@Repository
public class AnswerCounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts one question.
     *
     * @param abstained whether it got a refusal
     * @param overridden whether a curated answer answered it
     */
    @Transactional
    public void add(boolean abstained, boolean overridden) {
        jdbc.sql(
                        """
                        insert into answer_day as known (day, asked, abstained, overridden)
                        values (:day, 1, :abstained, :overridden)
                        on conflict (tenant_id, day) do update set asked = known.asked + 1,
                            abstained = known.abstained + excluded.abstained,
                            overridden = known.overridden + excluded.overridden
                        """)
                .param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("abstained", abstained ? 1 : 0)
                .param("overridden", overridden ? 1 : 0)
                .update();
    }
}
