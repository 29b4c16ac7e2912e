package io.frontdesk.gateway.route;

import io.frontdesk.starter.paging.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the table to operators, and to the test that compares it with the services' operations. */
@RestController
@RequestMapping("/api/routes")
class RouteController {
    record RouteView(
            String name, String prefix, String service, boolean reserved, long timeoutSeconds) {}

    private final Routes routes;

    RouteController(Routes routes) {
        this.routes = routes;
    }

    @GetMapping
    Page<RouteView> list() {
        return new Page<>(RouteTable.ROUTES.stream().map(this::view).toList(), null);
    }

    private RouteView view(Route route) {
        return new RouteView(
                route.name(),
                route.prefix(),
                route.service(),
                route.reserved(),
                routes.timeout(route).toSeconds());
    }
}
