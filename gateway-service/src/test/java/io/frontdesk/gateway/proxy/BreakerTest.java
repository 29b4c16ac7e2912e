package io.frontdesk.gateway.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {"frontdesk.proxy.breaker-window=4", "frontdesk.proxy.breaker-rest=1s"})
class BreakerTest {
    @Test
    void sparesAServiceThatFailsAndComesBackToIt(@LocalServerPort int port) {
        var door = Door.open(port).with(Fleet.DEMO);
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        for (int i = 0; i < 4; i++) {
            assertThat(door.post("/api/orders", "{}").statusCode()).isEqualTo(502);
        }
        assertThat(door.post("/api/orders", "{}").statusCode()).isEqualTo(503);
        assertThat(SERVICES.getAllServeEvents()).hasSize(4);

        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201)));
        await().untilAsserted(() ->
                assertThat(door.post("/api/orders", "{}").statusCode()).isEqualTo(201));
    }
}
