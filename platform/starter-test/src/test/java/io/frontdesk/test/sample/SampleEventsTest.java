package io.frontdesk.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.events.BrokerTest;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.events.TestBroker;
import io.frontdesk.test.postgres.PostgresTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@PostgresTest
@BrokerTest
@Import(EventProbe.class)
class SampleEventsTest {
    private static final UUID TENANT = UUID.randomUUID();

    @Autowired private EventProbe probe;
    @Autowired private NoteController notes;
    @Autowired private Tenancy tenancy;

    @Test
    void showsWhatWasPublishedAndThatItReachedTheBroker() {
        var id = tenancy.as(TENANT, () -> notes.write(new NoteController.Note("hello"))).id();

        var event = probe.await(NoteController.WRITTEN, id.toString());

        assertThat(event.tenant()).isEqualTo(TENANT);
        assertThat(event.data().path("text").asString()).isEqualTo("hello");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> probe.await(NoteController.WRITTEN, id.toString()).reachedBroker());
    }

    @Test
    void bringsEventsToHandlersOnce() {
        var tenant = UUID.randomUUID();
        var id = TestBroker.send(NoteController.WANTED, tenant, "x", Map.of("text", "wanted"));
        TestBroker.send(id, NoteController.WANTED, tenant, "x", Map.of("text", "wanted"));
        TestBroker.send(NoteController.WANTED, tenant, "y", Map.of("text", "last"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> texts(tenant).contains("last"));
        assertThat(texts(tenant)).containsExactly("wanted", "last");
    }

    private List<String> texts(UUID tenant) {
        return tenancy.as(
                tenant, () -> notes.list().stream().map(NoteController.Note::text).toList());
    }
}
