package io.frontdesk.gateway.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.frontdesk.gateway.Door.json;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The breaker's window is large, so that the failures of one test do not open it for another. */
@GatewayTest
@TestPropertySource(
        properties = {
            "frontdesk.proxy.breaker-window=500",
            "frontdesk.routes.timeout=400ms",
            "frontdesk.routes.route.billing.uri=http://127.0.0.1:1",
            "frontdesk.routes.route.analytics.timeout=5s"
        })
class RepeatTest {
    private static final String PATH = "/api/calendar/holds";

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port).with(Fleet.DEMO);
        SERVICES.resetAll();
    }

    @Test
    void repeatsARead() {
        breakOnce();
        assertThat(door.get(PATH).statusCode()).isEqualTo(200);
        seen(2);
    }

    @Test
    void doesNotRepeatAWrite() {
        breakOnce();
        assertProblem(door.post(PATH, "{}"), 502, "service-failed");
        seen(1);
    }

    @Test
    void repeatsAWriteThatHasAnIdempotencyKeyWithItsBody() {
        breakOnce();
        assertThat(door.post(PATH, "{\"a\":1}", "Idempotency-Key", "k").statusCode())
                .isEqualTo(200);
        SERVICES.verify(2, anyRequestedFor(anyUrl()).withRequestBody(equalTo("{\"a\":1}")));
    }

    @Test
    void doesNotRepeatAnErrorThatTheServiceAnswered() {
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThat(door.get(PATH).statusCode()).isEqualTo(500);
        seen(1);
    }

    @Test
    void saysWhenAServiceIsTooSlow() {
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(1500)));
        assertProblem(door.get(PATH), 504, "service-timeout");
        seen(1);
        assertThat(door.get("/api/analytics/overview").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenNobodyIsThere() {
        var answer = door.post("/api/billing/subscription", "{}");
        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        seen(0);
    }

    private static void breakOnce() {
        SERVICES.stubFor(
                any(anyUrl())
                        .inScenario("break")
                        .whenScenarioStateIs(STARTED)
                        .willSetStateTo("mended")
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        SERVICES.stubFor(
                any(anyUrl())
                        .inScenario("break")
                        .whenScenarioStateIs("mended")
                        .willReturn(aResponse().withStatus(200)));
    }

    private static void seen(int times) {
        SERVICES.verify(times, anyRequestedFor(anyUrl()));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:frontdesk:problem:" + type);
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }
}
