package io.frontdesk.ragcore.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.time.SettableClock;
import io.frontdesk.test.time.SettableTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@RagCoreTest
@SettableTime
@Import(EventProbe.class)
class RecallJobTest {
    @MockitoSpyBean ChunkIndex index;

    @Autowired RecallJob job;
    @Autowired RecallRecord record;
    @Autowired RecallHealth health;
    @Autowired EventProbe events;
    @Autowired SettableClock clock;
    @Autowired MeterRegistry meters;
    @LocalServerPort int port;

    @Test
    void alarmsOnceAnHourForTheTenantWhoseChunksAreMissed() {
        var sound = tenantWithChunks();
        var missed = tenantWithChunks();
        job.run();
        assertThat(record.lowest()).isEqualTo(1);
        assertThat(meters.get("frontdesk.index.recall").gauge().value()).isEqualTo(1);

        forgetHalfOf(missed);
        job.run();
        job.run();

        assertThat(alarms(missed)).hasSize(1);
        assertThat(alarms(sound)).isEmpty();
        assertThat(record.lowest()).isLessThan(0.95);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("low", 1L);

        clock.advance(Duration.ofMinutes(61));
        job.run();
        assertThat(alarms(missed)).hasSize(2);
    }

    private List<EventProbe.Published> alarms(UUID tenant) {
        return events.published(RecallLow.TYPE).stream()
                .filter(event -> event.subject().equals(tenant.toString()))
                .toList();
    }

    private UUID tenantWithChunks() {
        var tenant = UUID.randomUUID();
        var texts =
                IntStream.range(0, 30)
                        .mapToObj(i -> "Room " + i + " costs " + 7 * i + " euros.")
                        .toArray(String[]::new);
        Core.service(port, tenant).store(UUID.randomUUID(), UUID.randomUUID(), texts);
        return tenant;
    }

    /** An index that passes over every second chunk of one tenant. */
    private void forgetHalfOf(UUID tenant) {
        doAnswer(
                        call -> {
                            var found = (List<?>) call.callRealMethod();
                            return IntStream.range(0, found.size())
                                    .filter(i -> i % 2 == 0)
                                    .mapToObj(found::get)
                                    .toList();
                        })
                .when(index)
                .dense(argThat((SearchScope s) -> of(s, tenant)), any(), any(), anyInt());
    }

    private static boolean of(SearchScope scope, UUID tenant) {
        return scope != null && scope.tenant().equals(tenant);
    }
}
