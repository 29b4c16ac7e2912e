package io.frontdesk.gateway.proxy;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;

import io.frontdesk.gateway.route.Access;
import io.frontdesk.gateway.route.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads what the table lists under another service to that service. */
@Configuration(proxyBeanMethods = false)
class FleetRoutes {
    @Bean
    RouterFunction<ServerResponse> fleet(Forward forward) {
        return route("fleet").route(FleetRoutes::leadsToService, forward).build();
    }

    private static boolean leadsToService(ServerRequest request) {
        return request.servletRequest().getAttribute(Access.ATTRIBUTE) instanceof Access access
                && !access.route().service().equals(RouteTable.GATEWAY);
    }
}
