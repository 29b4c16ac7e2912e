package io.frontdesk.orchestration.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    @TempDir Path directory;
    private RunningBroker running;

    @BeforeEach
    void start() {
        running = RunningBroker.start(directory, "s3cret");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void keepsEventsForAServiceThatHasNeverRun() throws Exception {
        try (var sender = running.connect("payment-service")) {
            RunningBroker.publish(sender, List.of("paid"));
        }
        for (var service : RunningBroker.SERVICES) {
            try (var receiver = running.connect(service)) {
                assertThat(RunningBroker.receive(receiver, service, 1)).containsExactly("paid");
            }
        }
    }

    @Test
    void refusesAWrongPasswordAStrangerAndItsBuiltInClusterUser() {
        for (var credential :
                List.of(
                        new String[] {"payment-service", "wrong"},
                        new String[] {"stranger", "s3cret"},
                        new String[] {"ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!"})) {
            assertThatThrownBy(() ->
                            RunningBroker.connect(running.port(), credential[0], credential[1])
                                    .createSession())
                    .isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void letsAServiceReadItsOwnQueueOnly() throws Exception {
        try (var connection = running.connect("metrics-service");
                var session = connection.createSession()) {
            for (var foreign :
                    List.of("frontdesk.events::payment-service", "frontdesk.dead-letters")) {
                assertThatThrownBy(() -> session.createConsumer(session.createQueue(foreign)))
                        .isInstanceOf(JMSSecurityException.class);
            }
        }
    }

    @Test
    void makesNoQueueThatItWasNotToldOf() throws Exception {
        try (var connection = running.connect("metrics-service");
                var session = connection.createSession()) {
            assertThatThrownBy(() -> session.createQueue("surprise"))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void makesADeadLetterOfWhatFailsAgainAndAgain() throws Exception {
        try (var connection = running.connect("rag-core-service");
                var session = connection.createSession(Session.SESSION_TRANSACTED);
                var consumer =
                        session.createConsumer(
                                session.createQueue("frontdesk.events::rag-core-service"))) {
            RunningBroker.publish(connection, List.of("poison"));
            for (int attempt = 1; attempt <= 3; attempt++) {
                var message = consumer.receive(5_000);
                assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(attempt);
                session.rollback();
            }
            assertThat(consumer.receive(500)).isNull();
        }
        assertThat(running.broker().waiting(Topology.DEAD_LETTERS)).isEqualTo(1);
        assertThat(running.broker().waiting("metrics-service")).isEqualTo(1);
    }

    @Test
    void saysThatItsPortIsTaken(@TempDir Path other) {
        var second =
                new Broker(
                        RunningBroker.settings(running.port(), 3),
                        RunningBroker.SERVICES,
                        "127.0.0.1",
                        null,
                        other);
        assertThatThrownBy(second::start)
                .isInstanceOf(BrokerNotStarted.class)
                .hasMessageContaining("frontdesk.broker.port");
        second.stop();
    }
}
