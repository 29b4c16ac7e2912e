package io.frontdesk.starter.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import jakarta.jms.ConnectionFactory;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.transaction.support.TransactionTemplate;

class EventsAutoConfigurationTests {
    private static TestSchema schema;

    private final ApplicationContextRunner bare =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    TimeAutoConfiguration.class,
                                    JacksonAutoConfiguration.class,
                                    JdbcTemplateAutoConfiguration.class,
                                    JdbcClientAutoConfiguration.class,
                                    TenancyAutoConfiguration.class,
                                    DataSourceTransactionManagerAutoConfiguration.class,
                                    EventsAutoConfiguration.class,
                                    ArtemisAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.application.name=trial-service",
                            "spring.artemis.mode=native",
                            "frontdesk.events.broker-url=tcp://127.0.0.1:1");
    private final ApplicationContextRunner withDatabase =
            bare.withBean(
                    "dataSource",
                    DataSource.class,
                    () -> schema.application(),
                    definition -> definition.setDestroyMethodName(""));

    @BeforeAll
    static void makeSchema() throws SQLException {
        schema = new TestSchema();
    }

    @AfterAll
    static void closeSchema() {
        schema.close();
    }

    @Test
    void isOnWhereThereIsADatabase() {
        withDatabase.run(context ->
                assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Events.class)
                        .hasSingleBean(Subscription.class));
    }

    @Test
    void isOffWithoutADatabase() {
        bare.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Events.class));
    }

    @Test
    void isOffWhenSwitchedOff() {
        withDatabase
                .withPropertyValues("frontdesk.events.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(Events.class));
    }

    @Test
    void startsNoBrokerOfItsOwn() {
        withDatabase.run(context -> {
            assertThat(context).doesNotHaveBean(EmbeddedActiveMQ.class);
            assertThat(context.getBean(ConnectionFactory.class))
                    .isInstanceOf(BrokerConnection.class);
        });
    }

    @Test
    void publishesWhileTheBrokerIsAwayAndStopsPromptly() {
        var begin = System.nanoTime();
        withDatabase.run(context -> {
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(
                            status -> context.getBean(Events.class).publish("t", "s", "data"));
            assertThat(context.getBean(Tenancy.class).current()).isEmpty();
        });
        assertThat(schema.count("select count(*) from outbox where published_at is null"))
                .isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }
}
