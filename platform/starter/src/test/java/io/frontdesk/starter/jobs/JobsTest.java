package io.frontdesk.starter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.events.TestSchema;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTest {
    private static TestSchema schema;
    private static ConfigurableApplicationContext app;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TimeAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TenancyAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JobsAutoConfiguration.class
    })
    static class App {
        final Queue<String> done = new ConcurrentLinkedQueue<>();
        final AtomicInteger ticks = new AtomicInteger();
        final AtomicInteger failures = new AtomicInteger();

        @Bean
        OneTimeTask<Void> note() {
            return Tasks.oneTime("note")
                    .execute((instance, _) -> {
                        if (failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("told to fail");
                        }
                        done.add(instance.getId());
                    });
        }

        /** Its handler plans jobs itself, which must not tie the beans in a knot. */
        @Bean
        RecurringTask<Void> tick(Jobs jobs) {
            return Tasks.recurring("tick", FixedDelay.of(Duration.ofMillis(100)))
                    .execute((_, _) -> ticks.incrementAndGet());
        }
    }

    @BeforeAll
    static void open() throws SQLException {
        schema = new TestSchema();
        app =
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .registerShutdownHook(false)
                        .properties(
                                "spring.application.name=" + schema.service(),
                                "spring.cloud.config.enabled=false",
                                "frontdesk.jobs.polling=10m")
                        .initializers(context ->
                                context.getBeanFactory()
                                        .registerSingleton("dataSource", schema.application()))
                        .run();
    }

    @AfterAll
    static void close() {
        app.close();
        schema.close();
    }

    @AfterEach
    void forget() throws SQLException {
        state().failures.set(0);
        state().done.clear();
        schema.inSchema("delete from scheduled_tasks where task_name = 'note'");
    }

    @Test
    void beginsWhenTheTransactionHasCommittedWithoutWaitingForThePoll() {
        transaction()
                .executeWithoutResult(_ -> {
                    jobs().addNow(note("a"));
                    jobs().addNow(note("a"));
                    assertThat(waiting()).as("seen from outside").isZero();
                });
        await().untilAsserted(() -> assertThat(state().done).containsExactly("a"));
    }

    @Test
    void forgetsAJobWhoseTransactionRolledBack() {
        transaction()
                .executeWithoutResult(status -> {
                    jobs().addNow(note("b"));
                    status.setRollbackOnly();
                });
        assertThat(waiting()).isZero();
        jobs().addNow(note("after"));
        await().untilAsserted(() -> assertThat(state().done).containsExactly("after"));
    }

    @Test
    void leavesAJobThatExistsAsItIs() {
        var late = Instant.now().plusSeconds(3600);
        jobs().add(note("c"), late);
        jobs().addNow(note("c"));
        assertThat(waiting()).isEqualTo(1);
        assertThat(
                        schema.count(
                                "select count(*) from scheduled_tasks where task_instance = 'c'"
                                        + " and execution_time > now() + interval '59 min'"))
                .isEqualTo(1);
    }

    @Test
    void movesAndCancelsWhatWaits() {
        jobs().add(note("d"), Instant.now().plusSeconds(3600));
        jobs().add(note("e"), Instant.now().plusSeconds(3600));
        jobs().cancel(note("e"));
        jobs().cancel(note("never planned"));
        jobs().move(note("never planned"), Instant.now());
        jobs().move(note("d"), Instant.now());
        await().untilAsserted(() -> assertThat(state().done).containsExactly("d"));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void triesAgainWhatFailed() {
        state().failures.set(1);
        jobs().addNow(note("f"));
        await().untilAsserted(() -> assertThat(state().failures).hasNonPositiveValue());
        await().untilAsserted(() ->
                assertThat(
                                schema.count(
                                        "select coalesce(max(consecutive_failures),"
                                                + " 0) from scheduled_tasks where"
                                                + " task_instance = 'f'"))
                        .isEqualTo(1));
        jobs().move(note("f"), Instant.now());
        await().untilAsserted(() -> assertThat(state().done).containsExactly("f"));
    }

    @Test
    void repeatsRecurringTasks() {
        jobs().addNow(note("wakes the scheduler"));
        await().untilAsserted(() -> assertThat(state().ticks).hasPositiveValue());
    }

    private static TaskInstance<Void> note(String id) {
        return state().note().instance(id);
    }

    private static long waiting() {
        return schema.count("select count(*) from scheduled_tasks where task_name = 'note'");
    }

    private static App state() {
        return app.getBean(App.class);
    }

    private static Jobs jobs() {
        return app.getBean(Jobs.class);
    }

    private static TransactionTemplate transaction() {
        return app.getBean(TransactionTemplate.class);
    }
}
