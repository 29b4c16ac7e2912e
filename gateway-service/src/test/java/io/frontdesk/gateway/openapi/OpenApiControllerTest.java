package io.frontdesk.gateway.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.frontdesk.gateway.Door.json;
import static io.frontdesk.gateway.Fleet.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.gateway.Door;
import io.frontdesk.gateway.Fleet;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.route.RouteTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class OpenApiControllerTest {
    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.open(port);
        SERVICES.resetAll();
        SERVICES.stubFor(get("/v3/api-docs").willReturn(okJson("{\"openapi\":\"3.1.0\"}")));
    }

    @Test
    void passesOnWhatAServiceSays() {
        assertThat(door.get("/v3/api-docs/payment-service").body())
                .isEqualTo("{\"openapi\":\"3.1.0\"}");
        assertThat(door.get("/v3/api-docs/no-service").statusCode()).isEqualTo(404);
    }

    @Test
    void describesEachOfTheGatewaysOwnRoutesAndNoMore() {
        var paths = json(door.get("/v3/api-docs/gateway-service")).path("paths").propertyNames();
        var own =
                RouteTable.ROUTES.stream()
                        .filter(route -> route.service().equals(RouteTable.GATEWAY))
                        .toList();

        assertThat(own).allMatch(route -> paths.stream().anyMatch(route::covers));
        assertThat(paths).allMatch(path -> own.stream().anyMatch(route -> route.covers(path)));
    }

    @Test
    void listsTheFleetOnOnePage() {
        assertThat(door.get("/docs").statusCode()).isEqualTo(302);
        assertThat(door.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
        var urls = json(door.get("/v3/api-docs/swagger-config")).path("urls");
        assertThat(urls.valueStream().map(url -> url.path("name").asString()))
                .hasSize(14)
                .contains("rag-knowledge-service");
    }

    @Test
    void showsItsTableToOperators() {
        var routes = json(door.with(Fleet.OPERATOR).get("/api/routes")).path("items");
        assertThat(routes.size()).isEqualTo(RouteTable.ROUTES.size());
        assertThat(door.with(Fleet.DEMO).get("/api/routes").statusCode()).isEqualTo(403);
    }

    @Test
    void isReadyAndMeasuresItself() {
        assertThat(door.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(door.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(door.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }
}
