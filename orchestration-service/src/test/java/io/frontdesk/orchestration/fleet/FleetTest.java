package io.frontdesk.orchestration.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.orchestration.FreePorts;
import io.frontdesk.orchestration.OrchestrationTest;
import io.frontdesk.test.identity.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrchestrationTest
class FleetTest {
    private static final String FLEET = "/api/fleet/services";
    private static final String PAYMENT = "/eureka/apps/PAYMENT-SERVICE";

    @Autowired private Environment environment;
    private RestTestClient client;
    private int port;

    @BeforeEach
    void connect() {
        port = environment.getRequiredProperty("server.port", Integer.class);
        client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void listsARegisteredInstanceWithItsVersionAndSaysThatOthersAreMissing() {
        register(port);

        var payment = instance("payment-service");
        assertThat(payment.path("name").asString()).isEqualTo("payment-service:test");
        assertThat(payment.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(payment.path("port").asInt()).isEqualTo(port);
        assertThat(payment.path("status").asString()).isEqualTo("up");
        assertThat(payment.path("version").asString()).isEqualTo("1.2.3");
        assertThat(payment.path("since").asString()).endsWith("Z");
        assertThat(fleet().path("items")).hasSizeGreaterThanOrEqualTo(14);
        assertThat(instance("metrics-service").path("status").asString()).isEqualTo("missing");
    }

    @Test
    void seesThatARegisteredInstanceDoesNotAnswer() {
        register(FreePorts.free());
        assertThat(instance("payment-service").path("status").asString()).isEqualTo("unreachable");
    }

    @Test
    void listsItself() {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        instance("orchestration-service").path("status").asString().equals("up"));
    }

    @Test
    void forgetsAnInstanceThatSignsOff() {
        register(port);
        client.delete()
                .uri(PAYMENT + "/payment-service:test")
                .headers(headers -> headers.setBasicAuth("frontdesk", OrchestrationTest.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(instance("payment-service").path("status").asString()).isEqualTo("missing");
    }

    @Test
    void opensTheRegistryToTheFleetsPasswordOnly() {
        client.get().uri("/eureka/apps").exchange().expectStatus().isUnauthorized();
        client.get()
                .uri("/eureka/apps")
                .headers(headers -> headers.setBasicAuth("frontdesk", "guess"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void tellsAnInstanceThatItForgotToRegisterAgain() {
        client.put()
                .uri("/eureka/apps/DATA-SERVICE/data-service:test")
                .headers(headers -> headers.setBasicAuth("frontdesk", OrchestrationTest.PASSWORD))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .isEmpty();
    }

    @Test
    void showsTheFleetToOperatorsOnly() {
        client.get().uri(FLEET).exchange().expectStatus().isUnauthorized();
        client.get()
                .uri(FLEET)
                .headers(headers -> headers.setBearerAuth(TestTokens.owner(UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void isReadyWithItsBrokerAndTellsWhatWaitsInEachQueue() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        client.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(metrics ->
                        assertThat(metrics)
                                .contains(
                                        "frontdesk_broker_messages{",
                                        "queue=\"rag-core-service\""));
    }

    @Test
    void hasNoDashboard() {
        client.get()
                .uri("/")
                .headers(headers -> headers.setBearerAuth(TestTokens.operator()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void register(int instancePort) {
        var json =
                """
                {"instance": {"instanceId": "payment-service:test", "app": "PAYMENT-SERVICE",
                  "hostName": "127.0.0.1", "ipAddr": "127.0.0.1", "status": "UP",
                  "port": {"$": %d, "@enabled": "true"}, "vipAddress": "payment-service",
                  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo",
                    "name": "MyOwn"},
                  "metadata": {"version": "1.2.3"}}}\
                """
                        .formatted(instancePort);
        client.post()
                .uri(PAYMENT)
                .headers(headers -> headers.setBasicAuth("frontdesk", OrchestrationTest.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private JsonNode instance(String service) {
        return fleet().path("items")
                .valueStream()
                .filter(item -> item.path("service").asString().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode fleet() {
        var body =
                client.get()
                        .uri(FLEET)
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
