package io.frontdesk.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.frontdesk.gateway.Door.json;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "frontdesk.cors.allowed-origins=https://app.example.com")
class EdgeTest {
    private static final byte[] TWO_MB = " ".repeat(2_000_000).getBytes(UTF_8);
    private static final String DOCUMENTS = "/api/knowledge/bases/1/documents";

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port).with(Fleet.DEMO);
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @Test
    void refusesABodyThatSaysThatItIsTooLarge() {
        assertTooLarge("/api/knowledge/bases", BodyPublishers.ofByteArray(TWO_MB));
        assertTooLarge("/api/api-keys", BodyPublishers.ofByteArray(TWO_MB));
        assertTooLarge(DOCUMENTS, BodyPublishers.ofByteArray(new byte[51 * 1024 * 1024]));
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesABodyThatDoesNotSayHowLargeItIs() {
        assertTooLarge("/api/knowledge/bases", chunked());
        assertTooLarge("/api/api-keys", chunked());
    }

    @Test
    void takesLargerUploads() {
        assertThat(upload(BodyPublishers.ofByteArray(TWO_MB))).isEqualTo(200);
        assertThat(upload(chunked())).isEqualTo(200);
        assertThat(SERVICES.getAllServeEvents())
                .allMatch(event -> event.getRequest().getBody().length == TWO_MB.length);
    }

    @Test
    void letsAllowedOriginsAlone() {
        var allowed = preflight("https://app.example.com");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://app.example.com");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("authorization");
        assertThat(preflight("https://evil.example.com").statusCode()).isEqualTo(403);
        assertThat(
                        door.get("/api/me", "Origin", "https://app.example.com")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://app.example.com");
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
    }

    @Test
    void sendsSecurityHeaders() {
        var headers = door.get("/api/knowledge/bases").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private java.net.http.HttpResponse<String> preflight(String origin) {
        return door.with(null)
                .send(
                        "OPTIONS",
                        "/api/knowledge/bases",
                        BodyPublishers.noBody(),
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization");
    }

    private void assertTooLarge(String path, BodyPublisher body) {
        var answer = door.send("POST", path, body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(path).isEqualTo(413);
        assertThat(json(answer).path("type").asString())
                .isEqualTo("urn:frontdesk:problem:body-too-large");
    }

    private int upload(BodyPublisher body) {
        return door.send("POST", DOCUMENTS, body, "Content-Type", "multipart/form-data; boundary=x")
                .statusCode();
    }

    private static BodyPublisher chunked() {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MB));
    }
}
