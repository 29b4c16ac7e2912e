package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.test.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills the real process, as {@code kill -9} does, while payment-service is at a charge. */
class KilledProcessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "/api/conversational-payments";

    private final TestPostgres.Database database =
            TestPostgres.database("conversational-payment-service");
    private final FleetStandIn fleet = new FleetStandIn();
    private final Path directory = Files.createTempDirectory("killed");
    private @Nullable Process process;
    private String url = "";

    KilledProcessTest() throws IOException {}

    @AfterEach
    void end() {
        kill();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void chargesOnceAndLosesNothing(boolean beforeTheCharge) throws Exception {
        start();
        call(
                "POST",
                API + "/catalogue",
                "{\"name\":\"Cut\",\"kind\":\"product\",\"price\":"
                        + "{\"amount\":\"45.50\",\"currency\":\"EUR\"}}");
        var item = call("GET", API + "/catalogue", "").json().at("/items/0/id").asString();
        var quote =
                call(
                                "POST",
                                API + "/quotes",
                                "{\"lines\":[{\"itemId\":\"" + item + "\",\"quantity\":1}]}")
                        .json();
        var id = quote.get("id").asString();
        var confirmation =
                "{\"confirmationToken\":\"%s\",\"paymentMethod\":\"pm_card_visa\"}"
                        .formatted(quote.get("confirmationToken").asString());
        fleet.atCharge.set(charge -> {
            if (beforeTheCharge) {
                kill();
                return new FleetStandIn.Reply(0, null);
            }
            var _ = charge.get();
            kill();
            return new FleetStandIn.Reply(0, null);
        });
        assertThatThrownBy(
                        () -> call("POST", API + "/quotes/" + id + "/confirmations", confirmation))
                .isInstanceOf(IOException.class);
        fleet.atCharge.set(null);

        start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        call("GET", API + "/quotes/" + id, "")
                                .json()
                                .get("status")
                                .asString()
                                .equals("paid"));
        var again = call("POST", API + "/quotes/" + id + "/confirmations", confirmation);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(fleet.till.charges(id)).isEqualTo(1);
    }

    private void start() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        url = "http://localhost:" + port;
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.frontdesk.conversationalpayment.ConversationalPaymentApplication",
                        "--server.port=" + port,
                        "--frontdesk.identity.mode=local",
                        "--frontdesk.events.connect=false",
                        "--frontdesk.state.directory=" + directory,
                        "--frontdesk.jobs.polling=500ms",
                        "--frontdesk.jobs.heartbeat=500ms",
                        "--frontdesk.conversational-payment.settlement.first-look=2s",
                        "--spring.cloud.discovery.client.simple.instances.payment-service[0].uri="
                                + fleet.url(),
                        "--frontdesk.database.url=" + database.url(),
                        "--frontdesk.database.owner-password=" + database.ownerPassword(),
                        "--frontdesk.database.app-password=" + database.appPassword());
        process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> call("GET", "/actuator/health/readiness", "").status() == 200);
    }

    private void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private Answer call(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build();
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 500) {
            throw new IllegalStateException(response.body());
        }
        return new Answer(response.statusCode(), response.body());
    }
}
