package io.frontdesk.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.AntPathMatcher;

/**
 * What every app of the fleet promises, tried on the whole app over HTTP. An app's boot test
 * extends it and adds nothing, or what is its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@PostgresTest
@TrustTestTokens
public abstract class AppContract {
    private static final UUID TENANT = UUID.randomUUID();

    private Wire wire;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        wire = new Wire("http://localhost:" + port);
    }

    @Test
    void isAliveAndReady() {
        for (var probe : List.of("liveness", "readiness")) {
            var answer = wire.get("/actuator/health/" + probe, null);
            assertThat(answer.statusCode()).as(probe).isEqualTo(200);
            assertThat(answer.body()).as(probe).contains("\"UP\"");
        }
    }

    @Test
    void measuresItself() {
        var answer = wire.get("/actuator/prometheus", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes", "application=");
    }

    @Test
    void describesItsApi() {
        assertThat(api().faults()).isEmpty();
    }

    @Test
    void keepsItsApiDocument() {
        ApiSnapshot.check(Path.of("").toAbsolutePath(), api());
    }

    @Test
    void asksForAToken() {
        for (var token :
                List.of(
                        "",
                        "nonsense",
                        TestTokens.forged(TENANT),
                        TestTokens.expired(TENANT),
                        TestTokens.unsigned(TENANT),
                        TestTokens.ofAnotherAudience(TENANT),
                        TestTokens.ofAnotherIssuer(TENANT))) {
            assertProblem(wire.get("/no/such/path", token), 401);
        }
    }

    @Test
    void doesNotKnowUnknownPaths() {
        var token = TestTokens.owner(TENANT);

        assertProblem(wire.get("/no/such/path", token), 404);
        assertProblem(wire.get("/api/" + UUID.randomUUID(), token), 404);
    }

    @Test
    void letsNobodyInWithoutAToken(@Autowired ObjectProvider<PublicPaths> open) {
        var patterns = open.stream().flatMap(paths -> paths.patterns().stream()).toList();
        SoftAssertions.assertSoftly(softly ->
                api().operations().stream()
                        .filter(operation -> !matches(patterns, operation))
                        .forEach(operation ->
                                softly.assertThat(wire.call(operation, null, "{}").statusCode())
                                        .as(operation.toString())
                                        .isEqualTo(401)));
    }

    @Test
    void namesWhatIsWrongWithABody() {
        var token = TestTokens.operator(TENANT);
        SoftAssertions.assertSoftly(softly ->
                api().operations().stream()
                        .filter(Operation::takesJson)
                        .forEach(operation -> {
                            var name = operation.toString();
                            var broken = wire.call(operation, token, "{\"a\":");
                            softly.assertThat(broken.statusCode()).as(name).isEqualTo(400);
                            var unknown = wire.call(operation, token, "{\"noSuch\":1}");
                            softly.assertThat(unknown.statusCode()).as(name).isEqualTo(400);
                            softly.assertThat(unknown.body())
                                    .as(name)
                                    .contains("noSuch", "traceId");
                        }));
    }

    @Test
    void neverFailsOnIdsThatNothingHas() {
        SoftAssertions.assertSoftly(softly ->
                api().operations().stream()
                        .filter(operation -> !operation.onlyStreams())
                        .forEach(operation -> {
                            var answer = wire.call(operation, TestTokens.owner(TENANT), "{}");
                            softly.assertThat(answer.statusCode())
                                    .as(operation + ": " + answer.body())
                                    .isNotEqualTo(500);
                        }));
    }

    private ApiDocument api() {
        return ApiDocument.parse(wire.get("/v3/api-docs", null).body());
    }

    private static boolean matches(List<String> patterns, Operation operation) {
        var matcher = new AntPathMatcher();
        return patterns.stream().anyMatch(pattern -> matcher.match(pattern, operation.path()));
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"traceId\"", "\"title\"", "\"status\":" + status);
    }
}
