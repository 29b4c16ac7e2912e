package io.frontdesk.gateway.openapi;

import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.route.RouteTable;
import io.frontdesk.gateway.upstream.Instances;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamFailure;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Each service's OpenAPI document, fetched from the service as it runs. */
@RestController
@Hidden
class OpenApiController {
    private static final String OWN = "/v3/api-docs";
    // A service makes its document at the first request, which takes a while.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Instances instances;
    private final Upstream upstream;

    OpenApiController(Instances instances, Upstream upstream) {
        this.instances = instances;
        this.upstream = upstream;
    }

    @GetMapping(OWN + "/{service}")
    void document(
            @PathVariable String service, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!RouteTable.SERVICES.contains(service)) {
            throw Refusal.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-service",
                    "No such service",
                    "The fleet has no service of this name.");
        }
        if (service.equals(RouteTable.GATEWAY)) {
            request.getRequestDispatcher(OWN).forward(request, response);
        } else {
            relay(service, response);
        }
    }

    private void relay(String service, HttpServletResponse response) throws IOException {
        var target = instances.of(service).orElseThrow(() -> UpstreamFailure.unavailable(service));
        try (ClassicHttpResponse answer =
                upstream.exchange(
                        target, new BasicClassicHttpRequest("GET", target, OWN), PATIENCE)) {
            if (answer.getCode() != HttpStatus.OK.value() || answer.getEntity() == null) {
                throw UpstreamFailure.BROKEN.asRefusal(service);
            }
            response.setContentType("application/json");
            answer.getEntity().writeTo(response.getOutputStream());
        } catch (IOException e) {
            throw UpstreamFailure.of(e).asRefusal(service);
        }
    }
}
