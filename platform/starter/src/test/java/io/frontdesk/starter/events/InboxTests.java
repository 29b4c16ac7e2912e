package io.frontdesk.starter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.starter.events.TestApp.Booked;
import io.frontdesk.starter.events.TestApp.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class InboxTests {
    private static final UUID TENANT = UUID.randomUUID();
    private static TestBroker broker;

    private TestSchema schema;
    private ConfigurableApplicationContext app;

    @BeforeAll
    static void startBroker(@TempDir Path directory) throws Exception {
        broker = new TestBroker(directory);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void startApp() throws Exception {
        schema = new TestSchema();
        app =
                TestApp.start(
                        schema.service(),
                        schema.application(),
                        broker.url(),
                        List.of(Recorder.class, SimpleMeterRegistry.class));
        await().until(() -> broker.subscribed(schema.service()));
    }

    @AfterEach
    void stopApp() {
        app.close();
        schema.close();
    }

    @Test
    void handlesARepeatedEventOnce() {
        var id = UUID.randomUUID().toString();
        send(event(id, "{\"number\":1,\"name\":\"a\"}"));
        send(event(id, "{\"number\":1,\"name\":\"a\"}"));
        send(event(UUID.randomUUID().toString(), "{\"number\":2,\"name\":\"b\"}"));
        await().until(() -> recorder().numbers().equals(List.of(1, 2)));
        assertThat(counter("handled")).isEqualTo(2);
        assertThat(counter("duplicate")).isEqualTo(1);
    }

    @Test
    void tolerateFieldsThatANewerProducerAdds() {
        send(event("e-1", "{\"number\":1,\"name\":\"a\",\"colour\":\"red\"}"));
        await().until(() -> recorder().numbers().equals(List.of(1)));
        assertThat(recorder().seen.element().data()).isEqualTo(new Booked(1, "a"));
    }

    @Test
    void triesAgainAfterAFailureThatRollsEverythingBack() {
        recorder().failures.set(2);
        send(event("e-2", "{\"number\":1,\"name\":\"a\"}"));
        await().until(() -> recorder().numbers().equals(List.of(1)));
        assertThat(recorder().attempts).hasValue(3);
        assertThat(schema.count("select count(*) from thing")).isEqualTo(1);
        assertThat(counter("failed")).isEqualTo(2);
    }

    @Test
    void givesUpToTheDeadLetters() throws Exception {
        recorder().failures.set(99);
        send(event("e-3", "{\"number\":1,\"name\":\"a\"}"));
        await().until(() -> broker.waiting(Broker.DEAD_LETTERS) == 1);
        assertThat(recorder().attempts).hasValue(3);
        assertThat(schema.count("select count(*) from thing")).isZero();
        assertThat(schema.count("select count(*) from inbox")).isZero();
        assertThat(deadLetter().getText()).contains("\"e-3\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no json              | the message is not JSON
                    {}                   | not a CloudEvent of specversion 1.0
                    {"specversion":"1.0","id":"1","source":"/x","type":"t"}           | the event has no JSON data
                    {"specversion":"1.0","source":"/x","type":"t","data":1}           | the event has no id
                    {"specversion":"1.0","id":"1","source":"/x","type":"t","data":1,"time":"soon"}   | the event's time is not RFC 3339
                    {"specversion":"1.0","id":"1","source":"/x","type":"t","data":1,"tenantid":"me"} | the event's tenantid is not a UUID
                    {"specversion":"1.0","id":"1","source":"/x","type":"io.frontdesk.test.booked","data":[]} | the data of io.frontdesk.test.booked is not what Recorder.booked reads
                    """)
    void putsAsideAtOnceWhatNoRetryMends(String text, String reason) throws Exception {
        send(text);
        await().until(() -> broker.waiting(Broker.DEAD_LETTERS) == 1);
        var letter = deadLetter();
        assertThat(letter.getText()).isEqualTo(text);
        assertThat(letter.getStringProperty("reason")).isEqualTo(reason);
        assertThat(letter.getStringProperty("_AMQ_ORIG_QUEUE")).isEqualTo(schema.service());
        assertThat(recorder().attempts).hasValue(0);
    }

    @Test
    void acknowledgesTypesThatNobodyHandles() {
        send(event("e-4", "{}").replace(TestApp.BOOKED, "io.frontdesk.test.other"));
        send(event("e-5", "{\"number\":5,\"name\":\"a\"}"));
        await().until(() -> recorder().numbers().equals(List.of(5)));
        await().until(() -> broker.waiting(schema.service()) == 0);
        assertThat(schema.count("select count(*) from inbox")).isEqualTo(1);
    }

    @Test
    void runsAsTheTenantOfTheEventAlone() {
        send(event("e-6", "{\"number\":6,\"name\":\"a\"}"));
        await().until(() -> recorder().numbers().equals(List.of(6)));
        assertThat(schema.count("select count(*) from thing where owner = '" + TENANT + "'"))
                .isEqualTo(1);
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        schema.inSchema("alter role " + role() + " nologin");
        schema.inSchema(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                        + role()
                        + "'");
        send(event("e-7", "{\"number\":7,\"name\":\"a\"}"));
        await().pollDelay(java.time.Duration.ofSeconds(8))
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> broker.waiting(schema.service()) == 1);
        assertThat(broker.waiting(Broker.DEAD_LETTERS)).isZero();
        schema.inSchema("alter role " + role() + " login");
        await().atMost(java.time.Duration.ofSeconds(30))
                .until(() -> recorder().numbers().equals(List.of(7)));
    }

    private String role() {
        return schema.application().getUsername();
    }

    private static String event(String id, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/far-service","type":"%s",
         "time":"2026-11-22T10:00:00Z","tenantid":"%s","data":%s}
        """
                .formatted(id, TestApp.BOOKED, TENANT, data);
    }

    private static void send(String text) {
        try (var context = broker.context()) {
            context.createProducer().send(context.createTopic(Broker.ADDRESS), text);
        }
    }

    private static TextMessage deadLetter() throws JMSException {
        try (var context = broker.context();
                var consumer = context.createConsumer(context.createQueue(Broker.DEAD_LETTERS))) {
            return (TextMessage) consumer.receive(2000);
        }
    }

    private Recorder recorder() {
        return app.getBean(Recorder.class);
    }

    private double counter(String name) {
        return app.getBean(MeterRegistry.class)
                .counter("frontdesk.events." + name, "type", TestApp.BOOKED)
                .count();
    }
}
