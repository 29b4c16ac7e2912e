package io.frontdesk.orchestration.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.orchestration.OrchestrationTest;
import io.frontdesk.test.identity.TestTokens;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrchestrationTest
class DeadLettersTest {
    private static final String LETTERS = "/api/events/dead-letters";
    private static final String SERVICE = "rag-core-service";

    @Autowired private Environment environment;
    private RestTestClient client;
    private Connection connection;
    private Session session;
    private MessageConsumer consumer;

    @BeforeEach
    void subscribe() throws JMSException {
        client =
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + environment.getProperty("server.port"))
                        .build();
        var url = "tcp://127.0.0.1:" + environment.getProperty("frontdesk.broker.port");
        connection =
                new ActiveMQConnectionFactory(url)
                        .createConnection(SERVICE, OrchestrationTest.PASSWORD);
        connection.start();
        session = connection.createSession(Session.SESSION_TRANSACTED);
        consumer =
                session.createSharedDurableConsumer(
                        session.createTopic("frontdesk.events"), SERVICE);
    }

    @AfterEach
    void disconnect() throws JMSException {
        connection.close();
    }

    @Test
    void sendsADeadLetterToTheServiceThatFailedAgainAndAgain() throws Exception {
        publish("io.frontdesk.test.broken", "broken");
        fail("broken");

        var letter =
                await().until(() -> letter("io.frontdesk.test.broken"), l -> !l.isMissingNode());
        assertThat(letter.path("service").asString()).isEqualTo(SERVICE);
        assertThat(letter.path("publishedAt").asString()).endsWith("Z");
        redeliver(letter.path("id").asString(), HttpStatus.ACCEPTED);
        fail("broken");

        var second =
                await().until(() -> letter("io.frontdesk.test.broken"), l -> !l.isMissingNode());
        redeliver(second.path("id").asString(), HttpStatus.ACCEPTED);
        assertThat(text(consumer.receive(5_000))).isEqualTo("broken");
        session.commit();

        assertThat(letter("io.frontdesk.test.broken").isMissingNode()).isTrue();
        assertThat(consumer.receive(300)).isNull();
    }

    @Test
    void listsLettersPageByPage() throws Exception {
        publish("io.frontdesk.test.first", "first");
        fail("first");
        publish("io.frontdesk.test.second", "second");
        fail("second");
        await().until(() -> !letter("io.frontdesk.test.second").isMissingNode());

        var first = get("?limit=1");
        assertThat(first.path("items")).hasSize(1);
        var rest = get("?cursor=" + first.path("nextCursor").asString());
        assertThat(rest.path("items").valueStream().map(l -> l.path("id")))
                .doesNotContain(first.path("items").path(0).path("id"))
                .isNotEmpty();
        assertThat(rest.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void doesNotKnowALetterThatIsNotThere() {
        redeliver("42000000", HttpStatus.NOT_FOUND);
        redeliver("nonsense", HttpStatus.NOT_FOUND);
    }

    @Test
    void isForOperatorsOnly() {
        client.get().uri(LETTERS).exchange().expectStatus().isUnauthorized();
        client.post()
                .uri(LETTERS + "/1/redelivery")
                .headers(headers -> headers.setBearerAuth(TestTokens.owner(UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** As the starter does, with the id by which the broker drops an event that is sent twice. */
    private void publish(String type, String text) throws JMSException {
        try (var producer = session.createProducer(session.createTopic("frontdesk.events"))) {
            var message = session.createTextMessage(text);
            message.setStringProperty("type", type);
            message.setStringProperty("_AMQ_DUPL_ID", UUID.randomUUID().toString());
            producer.send(message);
            session.commit();
        }
    }

    private void fail(String text) throws JMSException {
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(text(consumer.receive(5_000))).isEqualTo(text);
            session.rollback();
        }
    }

    private static String text(Message message) throws JMSException {
        assertThat(message).isNotNull();
        return message.getBody(String.class);
    }

    private void redeliver(String id, HttpStatus expected) {
        client.post()
                .uri(LETTERS + "/" + id + "/redelivery")
                .headers(headers -> headers.setBearerAuth(TestTokens.operator()))
                .exchange()
                .expectStatus()
                .isEqualTo(expected);
    }

    private JsonNode letter(String type) {
        return get("").path("items")
                .valueStream()
                .filter(letter -> letter.path("type").asString().equals(type))
                .findFirst()
                .orElseGet(() -> new JsonMapper().missingNode());
    }

    private JsonNode get(String query) {
        var body =
                client.get()
                        .uri(LETTERS + query)
                        .headers(headers -> headers.setBearerAuth(TestTokens.operator()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return new JsonMapper().readTree(body);
    }
}
