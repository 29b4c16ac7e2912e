package io.frontdesk.ragknowledge.usage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the question counters of long past months, once a day. */
@Configuration(proxyBeanMethods = false)
class CountPruning {

    @Bean
    RecurringTask<Void> pruneQuestionCounts(QuestionCounts counts, Tenancy tenancy) {
        return Tasks.recurring("prune-question-counts", FixedDelay.of(Duration.ofDays(1)))
                .execute((_, _) -> tenancy.asSystem(counts::prune));
    }
}
