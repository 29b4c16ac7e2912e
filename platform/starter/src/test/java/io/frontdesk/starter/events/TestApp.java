package io.frontdesk.starter.events;

import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service that uses events looks like. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TimeAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TenancyAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    EventsAutoConfiguration.class,
    ArtemisAutoConfiguration.class
})
class TestApp {
    static final String BOOKED = "io.frontdesk.test.booked";

    record Booked(int number, String name) {}

    /** Its handlers can be told to fail. */
    static class Recorder {
        final Queue<CloudEvent<Booked>> seen = new ConcurrentLinkedQueue<>();
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger attempts = new AtomicInteger();
        private final JdbcClient jdbc;

        Recorder(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @OnEvent(BOOKED)
        void booked(CloudEvent<Booked> event) {
            attempts.incrementAndGet();
            jdbc.sql(
                            """
                            insert into thing (owner, name)
                            values (nullif(current_setting('app.tenant', true), '')::uuid, :name)
                            """)
                    .param("name", event.data().name())
                    .update();
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("told to fail");
            }
            seen.add(event);
        }

        List<Integer> numbers() {
            return seen.stream().map(event -> event.data().number()).toList();
        }

        List<UUID> tenants() {
            return seen.stream().map(CloudEvent::tenantId).toList();
        }
    }

    static ConfigurableApplicationContext start(
            String service,
            DataSource database,
            String broker,
            List<Class<?>> more,
            String... settings) {
        var sources = new ArrayList<Class<?>>(more);
        sources.add(TestApp.class);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(
                        Map.of(
                                "spring.application.name",
                                service,
                                "frontdesk.events.broker-url",
                                broker,
                                "frontdesk.events.connect",
                                "true",
                                "frontdesk.events.concurrency",
                                "1-1",
                                "spring.cloud.config.enabled",
                                "false"))
                .properties(settings)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("dataSource", database))
                .run();
    }
}
