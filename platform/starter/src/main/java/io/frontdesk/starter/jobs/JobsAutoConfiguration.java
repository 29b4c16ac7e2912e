package io.frontdesk.starter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Jobs for services that have a database, and db-scheduler on their class path. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, TimeAutoConfiguration.class})
@ConditionalOnClass(Scheduler.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(JobsProperties.class)
public class JobsAutoConfiguration {
    @Bean
    FlywayConfigurationCustomizer tableOfJobs() {
        return flyway ->
                flyway.locations(
                        Stream.concat(
                                        Stream.of(flyway.getLocations()),
                                        Stream.of(Location.fromPath("classpath:", "db/jobs")))
                                .toArray(Location[]::new));
    }

    @Bean
    JobRunner jobRunner(
            DataSource database,
            ObjectProvider<Task<?>> tasks,
            JobsProperties properties,
            Clock clock) {
        return new JobRunner(
                database, () -> List.copyOf(tasks.orderedStream().toList()), properties, clock);
    }

    @Bean
    Jobs jobs(DataSource database, JobRunner runner, Clock clock) {
        var client =
                SchedulerClient.Builder.create(
                                new TransactionAwareDataSourceProxy(database), List.of())
                        .build();
        return new Jobs(client, runner, clock);
    }
}
