package io.frontdesk.gateway.upstream;

import io.frontdesk.gateway.refusal.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.http.HttpStatus;

/** How an attempt at a service failed. */
public enum UpstreamFailure {
    /** No connection: the service has not seen the request. */
    UNREACHABLE,
    /** All connections are in use: the service has not seen the request. */
    BUSY,
    /** No answer in time: the service may have done its work. */
    TIMEOUT,
    /** The connection broke: the service may have done its work. */
    BROKEN;

    public static UpstreamFailure of(IOException failure) {
        return switch (failure) {
            case ConnectionRequestTimeoutException e -> BUSY;
            case ConnectTimeoutException e -> UNREACHABLE;
            case ConnectException e -> UNREACHABLE;
            case UnknownHostException e -> UNREACHABLE;
            case NoRouteToHostException e -> UNREACHABLE;
            case SocketTimeoutException e -> TIMEOUT;
            default -> BROKEN;
        };
    }

    /**
     * Whether another attempt makes sense: not after a timeout, as the caller waited long enough.
     *
     * @param harmless to do twice
     */
    public boolean mayRepeat(boolean harmless) {
        return this == UNREACHABLE || (this == BROKEN && harmless);
    }

    public Refusal asRefusal(String service) {
        return switch (this) {
            case UNREACHABLE, BUSY -> unavailable(service);
            case TIMEOUT ->
                    Refusal.of(
                            HttpStatus.GATEWAY_TIMEOUT,
                            "service-timeout",
                            "Service timeout",
                            "The %s did not answer in time. It may have done what was asked: look,"
                                            .formatted(service)
                                    + " or repeat it with the same Idempotency-Key.");
            case BROKEN ->
                    Refusal.of(
                            HttpStatus.BAD_GATEWAY,
                            "service-failed",
                            "Service failed",
                            "The %s broke off. It may have done what was asked: look,"
                                            .formatted(service)
                                    + " or repeat it with the same Idempotency-Key.");
        };
    }

    /** Nobody was there to take the request. */
    public static Refusal unavailable(String service) {
        return Refusal.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "Service unavailable",
                "The %s cannot be reached. Nothing was done: try again.".formatted(service),
                Duration.ofSeconds(2));
    }
}
