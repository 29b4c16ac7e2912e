package io.frontdesk.starter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.RunningService;
import io.frontdesk.starter.client.Callee;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.identity.SigningGateway;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an app of a running fleet tells about itself, and what it keeps to itself. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TelemetryTest {
    private static final Logger log = LoggerFactory.getLogger(TelemetryTest.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERSON = "anna.smith@example.com";

    private final SigningGateway gateway = SigningGateway.start();
    private final Callee callee = Callee.start();
    private final RunningService service =
            RunningService.start(
                    App.class,
                    "frontdesk.infrastructure.password=known",
                    "eureka.client.enabled=false",
                    "spring.cloud.config.enabled=false",
                    "frontdesk.identity.jwks-uri=" + gateway.keysUrl(),
                    callee.as("echo-service"),
                    Callee.instance("dead-service", 0, Callee.deadPort()));
    private final RestTestClient client = service.client();
    private final String token = gateway.sign(claims -> {});

    @EnableAutoConfiguration
    @Import(Answers.class)
    @ImportHttpServices(group = "echo-service", types = Echo.class)
    @ImportHttpServices(group = "dead-service", types = Dead.class)
    static class App {}

    interface Echo {
        @GetExchange("/echo")
        JsonNode get();
    }

    interface Dead {
        @GetExchange("/echo")
        JsonNode get();
    }

    record Guest(@Email String email, @Positive int places) {}

    @RestController
    static class Answers {
        private final Echo echo;
        private final Dead dead;

        Answers(Echo echo, Dead dead) {
            this.echo = echo;
            this.dead = dead;
        }

        @GetMapping("/log")
        String log(Identity identity) {
            log.info("The handler is at work");
            return identity.subject();
        }

        @PostMapping("/guests")
        Guest guest(@Valid @RequestBody Guest guest) {
            throw new IllegalStateException("the handler fails");
        }

        @GetMapping("/guests")
        int guests(@RequestParam int places) {
            return places;
        }

        @GetMapping("/echo")
        JsonNode echo() {
            return echo.get();
        }

        @GetMapping("/dead")
        JsonNode dead() {
            return dead.get();
        }
    }

    @AfterAll
    void stop() {
        service.close();
        callee.close();
        gateway.stop();
    }

    @Test
    void marksEveryLineOfARequestWithItsTraceAndTenant(CapturedOutput output) {
        var trace = trace();
        get("/log", trace).expectStatus().isOk();
        var line = line(output, "The handler is at work");
        assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asString()).isEqualTo("probe-service");
        assertThat(line.get("traceId").asString()).isEqualTo(trace);
        assertThat(line.get("tenant").asString()).isEqualTo(SigningGateway.TENANT.toString());
    }

    @Test
    void marksALineOfAnotherRequestWithAnotherTenant(CapturedOutput output) {
        var tenant = UUID.randomUUID();
        var other = gateway.sign(claims -> claims.claim("tenant", tenant.toString()));
        client.get()
                .uri("/log")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + other)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(line(output, "The handler is at work").get("tenant").asString())
                .isEqualTo(tenant.toString());
    }

    @Test
    void writesEveryLineAsJson(CapturedOutput output) {
        get("/log", trace());
        assertThat(output.getOut().lines().filter(line -> !line.isBlank()))
                .isNotEmpty()
                .allMatch(line -> JSON.readTree(line).has("@timestamp"));
    }

    @Test
    void keepsWhatACallerSentOutOfItsLogs(CapturedOutput output) {
        for (var body :
                List.of(
                        "{\"email\":\"%s\",\"places\":1}",
                        "{\"email\":\"%s\",\"places\":-1}",
                        "{\"email\":\"%s at home\",\"places\":-1}",
                        "{\"email\":\"%s\",\"places\":\"%s\"}",
                        "{\"email\":\"%s\",\"%s\":1}",
                        "{\"email\":\"%s\" \"%s\"")) {
            client.post()
                    .uri("/guests")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body.replace("%s", PERSON))
                    .exchange();
        }
        get("/guests?places=" + PERSON, trace()).expectStatus().isBadRequest();
        get("/nowhere/" + PERSON, trace()).expectStatus().isNotFound();
        assertThat(line(output, "Request failed").get("error").get("message").asString())
                .isEqualTo("the handler fails");
        assertThat(output.getAll()).doesNotContain("anna").doesNotContain(token);
    }

    @Test
    void passesTheTraceOnToTheServicesThatItCalls() {
        var trace = trace();
        get("/echo", trace)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.authorization")
                .isEqualTo("Bearer " + token)
                .jsonPath("$.traceparent")
                .value(
                        String.class,
                        parent ->
                                assertThat(parent)
                                        .startsWith("00-" + trace + "-")
                                        .doesNotContain("00f067aa0ba902b7"));
    }

    @Test
    void answersAProblemWhereAServiceThatItCallsIsDown() {
        get("/dead", trace())
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:service-unavailable")
                .jsonPath("$.detail")
                .isEqualTo(
                        "dead-service does not answer at the moment. Try again in a few seconds.");
    }

    @Test
    void showsItsMetrics() {
        get("/log", trace());
        var metrics =
                client.get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(metrics)
                .contains("jvm_memory_used_bytes{application=\"probe-service\"")
                .containsPattern("http_server_requests_seconds_count\\{.*uri=\"/log\"")
                .doesNotContain("anna");
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private RestTestClient.ResponseSpec get(String path, String trace) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .exchange();
    }

    private static JsonNode line(CapturedOutput output, String message) {
        var found =
                output.getOut()
                        .lines()
                        .filter(line -> line.contains("\"" + message + "\""))
                        .map(JSON::readTree)
                        .toList();
        assertThat(found).isNotEmpty();
        return found.getLast();
    }
}
