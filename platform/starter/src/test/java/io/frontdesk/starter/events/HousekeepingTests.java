package io.frontdesk.starter.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTests {
    private static final String OUTBOX =
            """
            insert into outbox (id, tenant_id, type, subject, time, data, published_at)
            select gen_random_uuid(), gen_random_uuid(), 't', 's', now() - interval '%1$s', '{}', %2$s
            from generate_series(1, %3$d)
            """;

    @Test
    void forgetsWhatIsOldAndCountsWhatWaits() throws Exception {
        try (var schema = new TestSchema()) {
            schema.inSchema(OUTBOX.formatted("8 days", "now() - interval '8 days'", 2500));
            schema.inSchema(OUTBOX.formatted("6 days", "now() - interval '6 days'", 1));
            schema.inSchema(OUTBOX.formatted("9 days", "null", 3));
            schema.inSchema(
                    """
                    insert into inbox select 'e' || n, 'h', now() - n * interval '1 day'
                    from generate_series(1, 40) n
                    """);
            try (var app =
                    TestApp.start(
                            schema.service(),
                            schema.application(),
                            "tcp://127.0.0.1:1",
                            List.of(SimpleMeterRegistry.class))) {
                await().until(() -> schema.count("select count(*) from outbox") == 4);
                await().until(() -> schema.count("select count(*) from inbox") == 29);
                var meters = app.getBean(MeterRegistry.class);
                assertThat(meters.get("frontdesk.events.outbox.pending").gauge().value())
                        .isEqualTo(3);
                assertThat(meters.get("frontdesk.events.outbox.oldest.age").timeGauge().value())
                        .isBetween(
                                (double) Duration.ofDays(9).toSeconds(),
                                (double) Duration.ofDays(10).toSeconds());
            }
        }
    }
}
