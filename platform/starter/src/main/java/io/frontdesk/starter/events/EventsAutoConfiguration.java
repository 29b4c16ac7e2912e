package io.frontdesk.starter.events;

import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Events for every service that has a database. */
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            TenancyAutoConfiguration.class,
            TimeAutoConfiguration.class,
            JacksonAutoConfiguration.class
        },
        before = ArtemisAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(name = "frontdesk.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EventsProperties.class)
public class EventsAutoConfiguration {
    private static final String SERVICE = "${spring.application.name}";

    /** In the place of Spring Boot's own, which would start a broker inside this process. */
    @Bean
    @ConditionalOnMissingBean
    ConnectionFactory eventsConnection(
            EventsProperties properties,
            @Value(SERVICE) String service,
            @Value("${frontdesk.infrastructure.password:}") String password) {
        return new BrokerConnection(properties, service, password);
    }

    @Bean
    EventFormat eventFormat(JsonMapper json, @Value(SERVICE) String service) {
        return new EventFormat(json, service);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            JsonMapper json,
            IdGenerator ids,
            Clock clock,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        var trace = new CurrentTrace(tracer.getIfUnique(), propagator.getIfUnique());
        return new Outbox(jdbc, json, ids, clock, trace);
    }

    @Bean
    EventMetrics eventMetrics(ObjectProvider<MeterRegistry> meters, JdbcClient jdbc, Clock clock) {
        return new EventMetrics(meters.getIfAvailable(CompositeMeterRegistry::new), jdbc, clock);
    }

    @Bean
    Relay eventsRelay(
            Outbox outbox,
            ConnectionFactory connections,
            EventFormat format,
            EventMetrics metrics,
            JdbcClient jdbc,
            Tenancy tenancy,
            TransactionTemplate transactions,
            EventsProperties properties,
            Clock clock) {
        return new Relay(
                outbox,
                new Broker(connections, format),
                metrics,
                new Housekeeping(jdbc, metrics, clock, properties),
                tenancy,
                transactions,
                properties);
    }

    @Bean
    EventHandlers eventHandlers(ConfigurableListableBeanFactory beans) {
        return new EventHandlers(beans);
    }

    @Bean
    Inbox inbox(
            EventHandlers handlers,
            EventFormat format,
            JdbcClient jdbc,
            Tenancy tenancy,
            TransactionTemplate transactions,
            EventMetrics metrics,
            Clock clock,
            EventsProperties properties,
            @Value(SERVICE) String service) {
        return new Inbox(
                handlers,
                format,
                new InboxRows(jdbc, tenancy, transactions, clock, properties.longestPause()),
                metrics,
                new DeadLetters(service));
    }

    @Bean
    Subscription eventsSubscription(
            ConnectionFactory connections,
            Inbox inbox,
            EventHandlers handlers,
            EventsProperties properties,
            ObjectProvider<ObservationRegistry> observations,
            @Value(SERVICE) String service) {
        var subscription = new Subscription(service, connections, inbox, handlers, properties);
        observations.ifUnique(subscription::setObservationRegistry);
        return subscription;
    }
}
