package io.frontdesk.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What fails on our side, or before a handler is found. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient client = FailingService.client();

    @Test
    void showsAProblemExceptionAsItDescribesItself() {
        var problem = problem(HttpMethod.GET, "/problem", 409);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "traceId");
        assertThat(problem.get("type").asString()).isEqualTo("urn:frontdesk:problem:slot-taken");
        assertThat(problem.get("title").asString()).isEqualTo("The slot is taken");
        assertThat(problem.get("detail").asString()).isEqualTo("Choose another slot.");
    }

    @Test
    void blamesTheInputForWhatNoTextCanHoldAndNothingElse() {
        assertThat(problem(HttpMethod.GET, "/row/22021", 400).get("detail").asString())
                .contains("NUL");
        assertThat(problem(HttpMethod.GET, "/row/23505", 500).toString())
                .doesNotContain("secret", "NUL");
    }

    @Test
    void usesTheTitleOfAProblemWithoutAMessage() {
        assertThat(problem(HttpMethod.GET, "/problem/silent", 409).get("detail").asString())
                .isEqualTo("The slot is taken");
    }

    @Test
    void showsAnHeirOfAProblemLikeItsParent() {
        assertThat(problem(HttpMethod.GET, "/problem/inherited", 409).get("detail").asString())
                .isEqualTo("Choose another slot, twice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bug",
                "/error-thrown",
                "/status",
                "/unwritable",
                "/checked",
                "/filter/throws"
            })
    void tellsOfAFailureOfOursTheTraceIdAloneAndLogsTheRest(String path, CapturedOutput output) {
        var problem = problem(HttpMethod.GET, path, 500);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "traceId");
        assertThat(problem.get("detail").asString())
                .isEqualTo("Something went wrong here. Quote the traceId when you report it.");
        assertThat(problem.toString())
                .doesNotContain("secret", "Exception", "java.", "begun", "io.frontdesk");
        assertThat(output.getOut() + output.getErr())
                .contains("\tat ")
                .contains(problem.get("traceId").asString());
    }

    @Test
    void keepsTheReasonOfADeliberateStatus() {
        var problem = problem(HttpMethod.GET, "/gone", 410);
        assertThat(problem.get("detail").asString()).isEqualTo("It was deleted.");
        assertThat(problem.get("type").asString()).isEqualTo("urn:frontdesk:problem:gone");
    }

    @Test
    void answersAnUnknownAddressWithoutRepeatingIt() {
        var problem = problem(HttpMethod.GET, "/customers/anna@example.com", 404);
        assertThat(problem.toString()).doesNotContain("anna");
        assertThat(problem.get("type").asString()).isEqualTo("urn:frontdesk:problem:not-found");
        assertThat(problem.has("instance")).isFalse();
    }

    @Test
    void namesTheMethodsOfAnAddress() {
        problem(HttpMethod.DELETE, "/problem", 405);
        client.delete().uri("/problem").exchange().expectHeader().valueEquals("Allow", "GET");
    }

    @Test
    void refusesABodyOfAnotherMediaType() {
        client.post()
                .uri("/orders")
                .contentType(MediaType.TEXT_PLAIN)
                .body("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "/problem, 409, image/png",
        "/text, 409, text/plain",
        "/nowhere, 404, text/html",
        "/filter/refuses, 429, text/html"
    })
    void answersAProblemEvenToACallerThatAcceptsNone(String path, int status, String accepted) {
        problem(HttpMethod.GET, path, status, MediaType.parseMediaType(accepted));
    }

    @Test
    void refusesToAnswerInAFormThatItDoesNotHave() {
        var problem =
                problem(
                        HttpMethod.GET,
                        "/orders/01930000-0000-7000-8000-000000000001",
                        406,
                        MediaType.IMAGE_PNG);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:frontdesk:problem:not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "/filter/refuses, 429, too-many-requests",
        "/filter/unusual, 499, error",
        "/%252e%252e/x, 400, bad-request"
    })
    void answersARefusalOfAFilterInTheSameForm(String path, int status, String type) {
        var problem = problem(HttpMethod.GET, path, status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:frontdesk:problem:" + type);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void answersAQueryThatCannotBeDecodedWithBadRequest() throws IOException {
        assertThat(raw("GET /limited?limit=%zz HTTP/1.1")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void tellsNothingOfTheServerToARequestThatIsNone() throws IOException {
        assertThat(raw("GET /a|b HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("Tomcat", "Exception");
    }

    private JsonNode problem(HttpMethod method, String path, int status) {
        return problem(method, path, status, null);
    }

    private JsonNode problem(
            HttpMethod method, String path, int status, @Nullable MediaType accepted) {
        var request =
                client.method(method)
                        .uri(URI.create("http://127.0.0.1:" + FailingService.port() + path));
        var trace = UUID.randomUUID().toString().replace("-", "");
        request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00");
        if (accepted != null) {
            request.accept(accepted);
        }
        var body =
                request.exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        var problem = JSON.readTree(body == null ? "" : body);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("traceId").asString()).isEqualTo(trace);
        return problem;
    }

    private static String raw(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), FailingService.port())) {
            var request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
