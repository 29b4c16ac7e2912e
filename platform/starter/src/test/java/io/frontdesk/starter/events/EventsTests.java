package io.frontdesk.starter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.starter.events.TestApp.Booked;
import io.frontdesk.starter.events.TestApp.Recorder;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class EventsTests {
    private static final UUID TENANT = UUID.randomUUID();
    private static TestBroker broker;

    private record Circle() {
        @JsonProperty
        Circle inner() {
            return this;
        }
    }

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
        app = start();
        await().until(() -> broker.subscribed(schema.service()));
    }

    @AfterEach
    void stopApp() {
        app.close();
        schema.close();
    }

    @Test
    void deliversACommittedEventAsItsTenant() {
        publish(1);
        await().until(() -> recorder().numbers().equals(List.of(1)));
        var event = recorder().seen.element();
        assertThat(event.type()).isEqualTo(TestApp.BOOKED);
        assertThat(event.source()).isEqualTo("/" + schema.service());
        assertThat(event.subject()).isEqualTo("booking-1");
        assertThat(event.tenantId()).isEqualTo(TENANT);
        assertThat(event.data()).isEqualTo(new Booked(1, "n1"));
        assertThat(schema.count("select count(*) from thing where owner = '" + TENANT + "'"))
                .isEqualTo(1);
        await().until(() -> pending() == 0);
    }

    @Test
    void deliversAnEventOfThePlatformWithoutTenant() {
        transactions().executeWithoutResult(status -> publishOne(1));
        await().until(() -> recorder().numbers().equals(List.of(1)));
        assertThat(recorder().tenants()).containsOnlyNulls();
    }

    @Test
    void publishesNothingThatRolledBack() {
        asTenant(() ->
                transactions()
                        .executeWithoutResult(status -> {
                            publishOne(1);
                            status.setRollbackOnly();
                        }));
        publish(2);
        await().until(() -> recorder().numbers().equals(List.of(2)));
        assertThat(schema.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(() -> publishOne(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Transactional");
    }

    @Test
    void refusesDataThatCannotBecomeJson() {
        assertThatThrownBy(() -> publishData(new Circle()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> publishData("x".repeat(300_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 kB");
    }

    @Test
    void keepsTheOrder() {
        var numbers = IntStream.range(0, 500).boxed().toList();
        for (var tens = 0; tens < 50; tens++) {
            var first = tens * 10;
            asTenant(() ->
                    transactions()
                            .executeWithoutResult(status ->
                                    IntStream.range(first, first + 10).forEach(this::publishOne)));
        }
        await().until(() -> recorder().seen.size() == 500);
        assertThat(recorder().numbers()).isEqualTo(numbers);
    }

    @Test
    void sendsAgainWhatTheBrokerGotWithoutTheDatabaseLearningOfIt() throws Exception {
        IntStream.range(0, 5).forEach(this::publish);
        await().until(() -> recorder().seen.size() == 5 && pending() == 0);
        schema.inSchema("update outbox set published_at = null");
        IntStream.range(5, 8).forEach(this::publish);
        await().until(() -> pending() == 0 && recorder().seen.size() == 8);
        assertThat(recorder().numbers()).isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        assertThat(recorder().attempts).hasValue(8);
    }

    @Test
    void keepsEventsForAServiceThatIsDown() {
        app.close();
        try (var other =
                TestApp.start("other-service", schema.application(), broker.url(), List.of())) {
            asTenant(
                    () -> transactions(other).executeWithoutResult(status -> publishOne(other, 7)));
            await().until(() -> pending() == 0);
        }
        app = start();
        await().until(() -> recorder().numbers().equals(List.of(7)));
    }

    @Test
    void survivesABrokerThatGoesAway() throws Exception {
        publish(0);
        await().until(() -> recorder().seen.size() == 1);
        broker.stop();
        IntStream.range(1, 250).forEach(this::publish);
        assertThat(pending()).isEqualTo(249);
        broker.restart();
        await().atMost(java.time.Duration.ofSeconds(30)).until(() -> recorder().seen.size() == 250);
        assertThat(recorder().numbers()).doesNotHaveDuplicates().hasSize(250);
        await().until(() -> pending() == 0);
    }

    @Test
    void sharesTheOutboxBetweenReplicas() {
        try (var second = start();
                var third = start()) {
            IntStream.range(0, 300).forEach(this::publish);
            await().until(() ->
                    recorder().seen.size()
                                    + recorder(second).seen.size()
                                    + recorder(third).seen.size()
                            == 300);
            await().until(() -> pending() == 0);
            assertThat(schema.count("select count(*) from inbox")).isEqualTo(300);
            assertThat(schema.count("select count(*) from thing")).isEqualTo(300);
        }
    }

    private ConfigurableApplicationContext start() {
        return TestApp.start(
                schema.service(),
                schema.application(),
                broker.url(),
                List.of(Recorder.class),
                "frontdesk.events.longest-pause=1s");
    }

    private void publish(int number) {
        asTenant(() -> transactions().executeWithoutResult(status -> publishOne(number)));
    }

    private void publishData(Object data) {
        transactions()
                .executeWithoutResult(
                        status -> app.getBean(Events.class).publish(TestApp.BOOKED, "x", data));
    }

    private void publishOne(int number) {
        publishOne(app, number);
    }

    private static void publishOne(ConfigurableApplicationContext app, int number) {
        app.getBean(Events.class)
                .publish(TestApp.BOOKED, "booking-" + number, new Booked(number, "n" + number));
    }

    private void asTenant(Runnable work) {
        new Tenancy().as(TENANT, work);
    }

    private TransactionTemplate transactions() {
        return transactions(app);
    }

    private static TransactionTemplate transactions(ConfigurableApplicationContext app) {
        return app.getBean(TransactionTemplate.class);
    }

    private Recorder recorder() {
        return recorder(app);
    }

    private static Recorder recorder(ConfigurableApplicationContext app) {
        return app.getBean(Recorder.class);
    }

    private long pending() {
        return schema.count("select count(*) from outbox where published_at is null");
    }
}
