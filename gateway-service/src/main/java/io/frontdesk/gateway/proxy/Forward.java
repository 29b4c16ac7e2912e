package io.frontdesk.gateway.proxy;

import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.refusal.Refusals;
import io.frontdesk.gateway.route.Access;
import io.frontdesk.gateway.route.Route;
import io.frontdesk.gateway.route.Routes;
import io.frontdesk.gateway.upstream.Breakers;
import io.frontdesk.gateway.upstream.Instances;
import io.frontdesk.gateway.upstream.ProxyProperties;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends a request to an instance of its service, and to another one if it may be repeated. */
@Component
class Forward implements HandlerFunction<ServerResponse> {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Instances instances;
    private final Upstream upstream;
    private final ForwardedHeaders headers;
    private final Breakers breakers;
    private final Routes routes;
    private final Refusals refusals;
    private final ProxyProperties properties;

    Forward(
            Instances instances,
            Upstream upstream,
            ForwardedHeaders headers,
            Breakers breakers,
            Routes routes,
            Refusals refusals,
            ProxyProperties properties) {
        this.instances = instances;
        this.upstream = upstream;
        this.headers = headers;
        this.breakers = breakers;
        this.routes = routes;
        this.refusals = refusals;
        this.properties = properties;
    }

    @Override
    public ServerResponse handle(ServerRequest serverRequest) {
        HttpServletRequest request = serverRequest.servletRequest();
        Access access = (Access) request.getAttribute(Access.ATTRIBUTE);
        try {
            return new Relay(forward(request, access.route()));
        } catch (Refusal refusal) {
            return ServerResponse.status(refusal.status())
                    .build((same, response) -> {
                        refusals.write(response, refusal);
                        return null;
                    });
        }
    }

    private ClassicHttpResponse forward(HttpServletRequest request, Route route) {
        boolean harmless = isHarmless(request);
        HttpEntity body =
                RequestBody.of(
                        request, harmless ? properties.repeatableBody() : DataSize.ofBytes(0));
        boolean repeatable = body == null || body.isRepeatable();
        for (int attempt = 1; ; attempt++) {
            HttpHost target =
                    instances
                            .next(route)
                            .orElseThrow(() -> UpstreamFailure.unavailable(route.service()));
            CircuitBreaker breaker = breakers.of(target.toHostString());
            if (!breaker.tryAcquirePermission()) {
                throw UpstreamFailure.unavailable(route.service());
            }
            try {
                return attempt(request, body, route, target, breaker);
            } catch (IOException e) {
                UpstreamFailure failure = UpstreamFailure.of(e);
                boolean again =
                        attempt < properties.attempts()
                                && failure.mayRepeat(harmless && repeatable);
                if (!again) {
                    throw failure.asRefusal(route.service());
                }
            }
        }
    }

    private ClassicHttpResponse attempt(
            HttpServletRequest request,
            @Nullable HttpEntity body,
            Route route,
            HttpHost target,
            CircuitBreaker breaker)
            throws IOException {
        long start = System.nanoTime();
        try {
            var answer =
                    upstream.exchange(target, copy(request, body, target), timeout(request, route));
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        } catch (RuntimeException e) {
            // The caller's fault, not the service's.
            breaker.releasePermission();
            throw e;
        }
    }

    private ClassicHttpRequest copy(
            HttpServletRequest request, @Nullable HttpEntity body, HttpHost target) {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        var copy =
                new BasicClassicHttpRequest(
                        request.getMethod(), target, query == null ? path : path + "?" + query);
        headers.copy(request, copy);
        copy.setEntity(body);
        return copy;
    }

    private Duration timeout(HttpServletRequest request, Route route) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream")
                ? properties.streamIdle()
                : routes.timeout(route);
    }

    private static boolean isHarmless(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || request.getHeader("Idempotency-Key") != null;
    }
}
