package io.frontdesk.payment.stripewire;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each request once. The library's own way over {@code HttpURLConnection} lets the JDK send a
 * POST a second time, unseen, when a kept connection breaks; then a second answer, such as 429,
 * would be taken for the first one's. Its timeout is for each read, this one for the whole answer.
 */
final class StripeHttp extends com.stripe.net.HttpClient {
    private final HttpClient http;
    private final Duration timeout;

    StripeHttp(Duration connectTimeout, Duration timeout) {
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout)
                        .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        var answer = http.sendAsync(httpRequest(request), BodyHandlers.ofString());
        try {
            return response(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException broken) {
            throw new ApiConnectionException("The connection to Stripe broke", broken.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new ApiConnectionException("Stripe did not answer in time", late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("The call was interrupted", stopped);
        }
    }

    private static HttpRequest httpRequest(StripeRequest request) {
        var content = request.content();
        var http =
                HttpRequest.newBuilder(URI.create(request.url().toString()))
                        .method(
                                request.method().name(),
                                content == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(content.byteArrayContent()));
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> http.setHeader(name, value)));
        http.setHeader("User-Agent", buildUserAgentString(request));
        http.setHeader("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
        if (content != null) {
            http.setHeader("Content-Type", content.contentType());
        }
        return http.build();
    }

    private static StripeResponse response(HttpResponse<String> answer) {
        return new StripeResponse(
                answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    }
}
