package io.frontdesk.admincustomerrag.usage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures every tenant once an hour; the last measurement of a day is the day's. */
@Configuration(proxyBeanMethods = false)
class UsageJobs {
    private static final Logger log = LoggerFactory.getLogger(UsageJobs.class);
    private static final int BATCH = 200;

    @Bean
    RecurringTask<Void> measureAllUsage(
            MeasureUsage measureUsage, Snapshots snapshots, Customers customers, Tenancy tenancy) {
        return Tasks.recurring("measure-usage", FixedDelay.ofHours(1))
                .execute((_, _) -> {
                    measureAll(measureUsage, customers, tenancy);
                    tenancy.asSystem(snapshots::sweep);
                });
    }

    private static void measureAll(
            MeasureUsage measureUsage, Customers customers, Tenancy tenancy) {
        @Nullable UUID last = null;
        List<UUID> some;
        do {
            var after = last;
            some = tenancy.asSystem(() -> customers.measured(after, BATCH));
            for (var tenant : some) {
                measure(measureUsage, tenant);
                last = tenant;
            }
        } while (some.size() == BATCH);
    }

    private static void measure(MeasureUsage measureUsage, UUID tenant) {
        try {
            measureUsage.measure(tenant);
        } catch (RuntimeException failed) {
            log.warn("The usage of {} could not be measured: {}", tenant, failed.toString());
        }
    }
}
