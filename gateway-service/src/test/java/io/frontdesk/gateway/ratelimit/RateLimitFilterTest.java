package io.frontdesk.gateway.ratelimit;

import static io.frontdesk.gateway.Door.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "frontdesk.rate-limits.per-key.burst=2",
            "frontdesk.rate-limits.per-key.per-second=1"
        })
class RateLimitFilterTest {
    @Test
    void saysWhenToComeBack(@LocalServerPort int port) {
        var door = Door.open(port).with(Fleet.DEMO);
        var answer = door.get("/api/me");
        for (int i = 0; i < 9 && answer.statusCode() == 200; i++) {
            answer = door.get("/api/me");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(answer).path("type").asString())
                .isEqualTo("urn:frontdesk:problem:rate-limited");
    }
}
