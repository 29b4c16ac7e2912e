package io.frontdesk.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.test.contract.ApiDocument;
import io.frontdesk.test.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class RoutesTest {
    private static final List<String> PUBLIC = List.of("/api/", "/v1/", "/ofrep/", "/widget.js");

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, List<Operation>> operations = new HashMap<>();
    private Caller operator;

    private record Route(String name, String prefix, String service, boolean reserved) {
        boolean covers(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    @BeforeAll
    void read(Fleet fleet) {
        operator = new Tenants(fleet).operator();
        operator.get("/api/routes")
                .expect(200)
                .body()
                .path("items")
                .forEach(item ->
                        routes.add(
                                new Route(
                                        item.path("name").asString(),
                                        item.path("prefix").asString(),
                                        item.path("service").asString(),
                                        item.path("reserved").asBoolean())));
        for (var service : fleet.services()) {
            var live = new Caller(fleet.address(service), null).get("/v3/api-docs").expect(200);
            operations.put(
                    service,
                    ApiDocument.parse(live.text()).operations().stream()
                            .filter(operation -> isPublic(operation.path()))
                            .toList());
        }
    }

    @Test
    void leadToAnOperationUnlessReserved() {
        SoftAssertions.assertSoftly(softly ->
                routes.forEach(route -> {
                    var led =
                            operations.getOrDefault(route.service(), List.of()).stream()
                                    .filter(op -> covering(op).equals(Optional.of(route)))
                                    .toList();
                    softly.assertThat(led.isEmpty())
                            .as(
                                    "route %s (reserved: %s) leads to %s",
                                    route.name(), route.reserved(), led)
                            .isEqualTo(route.reserved());
                }));
    }

    @Test
    void coverEveryPublicOperation() {
        SoftAssertions.assertSoftly(softly ->
                operations.forEach((service, offered) ->
                        offered.forEach(operation ->
                                softly.assertThat(covering(operation).map(Route::service))
                                        .as("%s of %s", operation, service)
                                        .contains(service))));
        assertThat(operations.values().stream().mapToInt(List::size).sum()).isGreaterThan(10);
    }

    @Test
    void answerNothingWhereTheServiceHasNothingYet() {
        SoftAssertions.assertSoftly(softly ->
                routes.stream()
                        .filter(Route::reserved)
                        .forEach(route ->
                                softly.assertThat(operator.get(route.prefix()).status())
                                        .as(route.name())
                                        .isIn(401, 404, 405)));
    }

    @Test
    void leadNowhereElse() {
        for (var path :
                List.of("/core/search", "/actuator/env", "/eureka/apps", "/configuration")) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void showEveryServicesApiOnOnePage() {
        assertThat(operator.get("/docs").status()).isIn(200, 302);
        for (var service : operations.keySet()) {
            operator.get("/v3/api-docs/" + service).expect(200);
        }
    }

    private static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(path::startsWith);
    }

    private Optional<Route> covering(Operation operation) {
        return routes.stream()
                .filter(route -> route.covers(operation.path()))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }
}
