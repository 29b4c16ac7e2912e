package io.frontdesk.starter.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * One call to one service: stopped early by an open circuit, repeated only where repeating is safe
 * (an idempotent method, or an {@code Idempotency-Key}), and never after a read time-out, when the
 * caller has waited long enough.
 */
final class ServiceCall implements ClientHttpRequestInterceptor {
    private static final Set<HttpMethod> REPEATABLE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
    private static final RetryPolicy TWICE_MORE =
            RetryPolicy.builder()
                    .maxRetries(2)
                    .delay(Duration.ofMillis(100))
                    .multiplier(3)
                    .jitter(Duration.ofMillis(50))
                    .predicate(e ->
                            e instanceof IOException
                                    && !(e instanceof HttpTimeoutException)
                                    && !(e instanceof WholeAnswer.BrokenOff))
                    .build();

    private final String service;
    private final CircuitBreaker circuit;
    private final RetryTemplate retries = new RetryTemplate(TWICE_MORE);

    ServiceCall(String service, CircuitBreaker circuit) {
        this.service = service;
        this.circuit = circuit;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        try {
            return repeatable(request)
                    ? retries.execute(() -> once(request, body, execution))
                    : once(request, body, execution);
        } catch (RetryException e) {
            throw new ServiceUnavailable(service, e.getCause() == null ? e : e.getCause());
        } catch (IOException | CallNotPermittedException | IllegalStateException e) {
            throw new ServiceUnavailable(service, e);
        }
    }

    private ClientHttpResponse once(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        circuit.acquirePermission();
        var started = System.nanoTime();
        try {
            var response = WholeAnswer.of(execution.execute(request, body));
            if (response.getStatusCode().is5xxServerError()) {
                circuit.onError(
                        System.nanoTime() - started,
                        TimeUnit.NANOSECONDS,
                        new IOException("status " + response.getStatusCode().value()));
            } else {
                circuit.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            }
            return response;
        } catch (IOException | RuntimeException e) {
            circuit.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    private static boolean repeatable(HttpRequest request) {
        return REPEATABLE.contains(request.getMethod())
                || request.getHeaders().containsHeader("Idempotency-Key");
    }
}
