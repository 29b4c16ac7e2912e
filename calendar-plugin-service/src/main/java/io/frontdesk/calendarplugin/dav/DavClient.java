package io.frontdesk.calendarplugin.dav;

import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a CalDAV server, each checked, bounded in size and time, no redirect unseen.
 */
public final class DavClient {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> WRITES = Set.of("PUT", "DELETE");

    private final HttpClient http = client();
    private final ServerGuard guard;
    private final ServerProperties properties;

    public DavClient(ServerGuard guard, ServerProperties properties) {
        this.guard = guard;
        this.properties = properties;
    }

    /** A request whose refusal is for the caller to read. */
    public DavAnswer send(
            Access access, String method, URI address, Map<String, String> headers, String body) {
        var at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var answer = once(access, method, at, headers, body);
            var target = answer.redirect();
            if (target == null) {
                return answer;
            }
            if (!ServerGuard.sameOwner(at, target)) {
                throw new ProviderRefused(
                        "The server sends us to another one, " + target.getHost() + ".");
            }
            at = target;
        }
        throw new ProviderRefused("The server sends us round in circles.");
    }

    /** A PROPFIND or REPORT that must be answered with what was asked for. */
    public Multistatus ask(
            Access access, String method, URI address, @Nullable String depth, String body) {
        return asked(access, method, address, depth, body).multistatus();
    }

    /** As {@link #ask}, with the address that answered in the end. */
    public DavAnswer asked(
            Access access, String method, URI address, @Nullable String depth, String body) {
        var headers = depth == null ? Map.<String, String>of() : Map.of("Depth", depth);
        return send(access, method, address, headers, body).orRefused();
    }

    private DavAnswer once(
            Access access, String method, URI address, Map<String, String> headers, String body) {
        guard.check(address);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(properties.requestTimeout())
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Authorization", "Basic " + basic(access))
                        .header("User-Agent", "Frontdesk")
                        .header("Accept", "text/xml, application/xml, text/calendar");
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/xml; charset=utf-8");
        }
        headers.forEach(request::header);
        var response = answered(request.build());
        return new DavAnswer(
                method, address, response.statusCode(), response.headers(), response.body());
    }

    /**
     * A connection that was kept may be closed by the server just as we use it. What only reads is
     * then asked again; a write, of which nobody would know whether it was done, takes a new one.
     */
    private HttpResponse<byte[]> answered(HttpRequest request) {
        if (WRITES.contains(request.method())) {
            try (var fresh = client()) {
                return answered(fresh, request);
            }
        }
        try {
            return answered(http, request);
        } catch (ProviderSilent silent) {
            if (silent.getCause() instanceof IOException) {
                return answered(http, request);
            }
            throw silent;
        }
    }

    /** The time limit of the request ends with the headers of its answer; ours with its body. */
    private HttpResponse<byte[]> answered(HttpClient http, HttpRequest request) {
        var limit = BodyHandlers.limiting(BodyHandlers.ofByteArray(), most());
        var answer = http.sendAsync(request, limit);
        try {
            return answer.get(properties.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new ProviderSilent(silent(request), slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderSilent(silent(request), stopped);
        } catch (ExecutionException failed) {
            throw refusal(request, failed.getCause());
        }
    }

    private RuntimeException refusal(HttpRequest request, @Nullable Throwable cause) {
        var host = request.uri().getHost();
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new ProviderBusy("The server " + host + " cannot be reached.", null);
        }
        if (cause instanceof IOException broken
                && String.valueOf(broken.getMessage()).contains("exceeds")) {
            return new ProviderRefused(
                    "The server's answer is larger than " + properties.maxAnswer() + ".");
        }
        return new ProviderSilent(silent(request), cause == null ? new IOException() : cause);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private long most() {
        return properties.maxAnswer().toBytes();
    }

    private static String silent(HttpRequest request) {
        return "The server " + request.uri().getHost() + " did not answer in time.";
    }

    private static String basic(Access access) {
        var pair = (access.user() == null ? "" : access.user()) + ":" + access.secret();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
