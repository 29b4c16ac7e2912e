package io.frontdesk.orchestration.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.orchestration.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerJournalTest {
    @TempDir Path directory;

    @Test
    void losesNoAcknowledgedEventWhenKilled() throws Exception {
        int port = FreePorts.free();
        List<String> sent = IntStream.range(0, 100).mapToObj(i -> "event " + i).toList();
        Process first = BrokerProcess.fork(directory, port);
        try (var connection = RunningBroker.connect(port, "payment-service", null)) {
            RunningBroker.publish(connection, sent);
            RunningBroker.receive(connection, "rag-core-service", 40);
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = BrokerProcess.fork(directory, port);
        try (var connection = RunningBroker.connect(port, "payment-service", null)) {
            assertThat(RunningBroker.receive(connection, "metrics-service", 100)).isEqualTo(sent);
            assertThat(RunningBroker.receive(connection, "rag-core-service", 60))
                    .isEqualTo(sent.subList(40, 100));
        } finally {
            second.destroyForcibly().waitFor();
        }
    }
}
