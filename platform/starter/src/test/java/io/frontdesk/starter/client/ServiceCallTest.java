package io.frontdesk.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class ServiceCallTest {
    private static final byte[] NO_BODY = {};

    private final CircuitBreaker circuit =
            CircuitBreaker.of(
                    "other-service",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(2)
                            .minimumNumberOfCalls(2)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .waitDurationInOpenState(Duration.ofMillis(20))
                            .build());
    private final ServiceCall call = new ServiceCall("other-service", circuit);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAServiceAgainAfterAWhileAndGoesOnWhenItAnswers() throws IOException {
        fail(HttpMethod.POST, new IOException("reset"));
        fail(HttpMethod.POST, new IOException("reset"));
        assertThat(circuit.getState()).isEqualTo(State.OPEN);
        await().atMost(Duration.ofSeconds(5)).until(this::answers);
        assertThat(circuit.getState()).isEqualTo(State.CLOSED);
        assertThat(answer(200)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void givesUpAgainWhenTheTrialFails() {
        circuit.transitionToOpenState();
        circuit.transitionToHalfOpenState();
        fail(HttpMethod.POST, new IOException("reset"));
        assertThat(circuit.getState()).isEqualTo(State.OPEN);
    }

    @Test
    void countsFailuresOfTheServerOnly() throws IOException {
        assertThat(answer(404)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer(409)).isEqualTo(HttpStatus.CONFLICT);
        assertThat(circuit.getState()).isEqualTo(State.CLOSED);
        assertThat(answer(503)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(circuit.getState()).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "PUT, 3", "DELETE, 3", "POST, 1", "PATCH, 1"})
    void repeatsSafeMethodsOnly(String method, int expected) {
        var patient = new ServiceCall("other-service", CircuitBreaker.ofDefaults("patient"));
        fail(patient, HttpMethod.valueOf(method), new IOException("reset"));
        assertThat(tries).hasValue(expected);
    }

    @Test
    void repeatsNothingAfterATimeOut() {
        var patient = new ServiceCall("other-service", CircuitBreaker.ofDefaults("patient"));
        fail(patient, HttpMethod.GET, new HttpTimeoutException("read"));
        assertThat(tries).hasValue(1);
        fail(patient, HttpMethod.GET, new HttpConnectTimeoutException("connect"));
        assertThat(tries).hasValue(2);
    }

    private boolean answers() throws IOException {
        try {
            return answer(200) == HttpStatus.OK;
        } catch (ServiceUnavailable e) {
            return false;
        }
    }

    private Object answer(int status) throws IOException {
        return call.intercept(
                        request(HttpMethod.POST),
                        NO_BODY,
                        (request, body) -> new MockClientHttpResponse(NO_BODY, status))
                .getStatusCode();
    }

    private void fail(HttpMethod method, IOException failure) {
        fail(call, method, failure);
    }

    private void fail(ServiceCall failing, HttpMethod method, IOException failure) {
        ClientHttpRequestExecution execution =
                (request, body) -> {
                    tries.incrementAndGet();
                    throw failure;
                };
        assertThatExceptionOfType(ServiceUnavailable.class)
                .isThrownBy(() -> failing.intercept(request(method), NO_BODY, execution))
                .withCause(failure);
    }

    private static MockClientHttpRequest request(HttpMethod method) {
        return new MockClientHttpRequest(method, URI.create("http://other-service/x"));
    }
}
