package io.frontdesk.ragknowledge.unanswered;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Drops questions that were not asked for as long as the tenant's configuration says. */
@Component
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final UnansweredRows rows;
    private final Policies policies;
    private final Tenancy tenancy;

    Forgetting(UnansweredRows rows, Policies policies, Tenancy tenancy) {
        this.rows = rows;
        this.policies = policies;
        this.tenancy = tenancy;
    }

    /** One tenant's failure does not keep the others' questions. */
    void run() {
        for (var tenant : tenancy.asSystem(rows::tenants)) {
            try {
                tenancy.as(
                        tenant, () -> rows.forget(policies.current().retention().unansweredDays()));
            } catch (RuntimeException failed) {
                log.error("Old questions of tenant {} could not be dropped", tenant, failed);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> forgetUnansweredQuestions(Forgetting forgetting) {
            return Tasks.recurring(
                            "forget-unanswered-questions", FixedDelay.of(Duration.ofHours(6)))
                    .execute((_, _) -> forgetting.run());
        }
    }
}
