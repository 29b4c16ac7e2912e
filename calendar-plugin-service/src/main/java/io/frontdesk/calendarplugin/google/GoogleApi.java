package io.frontdesk.calendarplugin.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.http.Pause;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/** Google's client for one access at a time, and what its failures mean. */
final class GoogleApi {
    static final String NAME = "Google Calendar";

    /** Reasons of a 403 that are about speed, not about rights. */
    private static final Set<String> LIMITS =
            Set.of(
                    "rateLimitExceeded",
                    "userRateLimitExceeded",
                    "calendarUsageLimitsExceeded",
                    "quotaExceeded",
                    "dailyLimitExceeded");

    private final GoogleTransport transport;
    private final URI base;
    private final Clock clock;

    GoogleApi(Calls calls, URI base, Clock clock) {
        this.transport = new GoogleTransport(calls);
        this.base = base;
        this.clock = clock;
    }

    /** A request as the client builds it. */
    @FunctionalInterface
    interface Prepared<T> {
        AbstractGoogleJsonClientRequest<T> on(Calendar client) throws IOException;
    }

    <T> T read(Access access, Prepared<T> request) {
        return run(access, request, false);
    }

    <T> T write(Access access, Prepared<T> request) {
        return run(access, request, true);
    }

    private <T> T run(Access access, Prepared<T> request, boolean write) {
        try {
            var prepared = request.on(client(access));
            prepared.setDisableGZipContent(true);
            return prepared.execute();
        } catch (HttpResponseException refused) {
            throw refusal(refused, write);
        } catch (IOException broken) {
            throw Calls.broken(NAME, write, broken);
        } catch (IllegalArgumentException unreadable) {
            throw new ProviderSilent(NAME + " gave an unreadable answer.", unreadable);
        }
    }

    private Calendar client(Access access) {
        return new Calendar.Builder(
                        transport,
                        GsonFactory.getDefaultInstance(),
                        request -> prepare(request, access))
                .setRootUrl(base + "/")
                .setApplicationName("frontdesk")
                .build();
    }

    private static void prepare(HttpRequest request, Access access) {
        request.getHeaders().setAuthorization("Bearer " + access.secret());
        request.setFollowRedirects(false);
        request.setNumberOfRetries(0);
        request.setLoggingEnabled(false);
        request.setCurlLoggingEnabled(false);
    }

    /** Without the cause: the client puts addresses and bodies into its messages. */
    private RuntimeException refusal(HttpResponseException refused, boolean write) {
        var status = refused.getStatusCode();
        var reason = reason(refused);
        var retryAfter = refused.getHeaders() == null ? null : refused.getHeaders().getRetryAfter();
        if (status == 429 || status == 503 || (status == 403 && LIMITS.contains(reason))) {
            return new ProviderBusy(NAME + " asks to wait.", Pause.of(retryAfter, clock));
        }
        if (status >= 500) {
            return write
                    ? new ProviderSilent(NAME + " failed: " + status + ".")
                    : new ProviderBusy(NAME + " failed: " + status + ".", null);
        }
        return switch (status) {
            case 401 -> new AccessRevoked(NAME + " does not accept the access any more.");
            case 412 -> new VersionConflict("The event was changed in " + NAME + ".");
            default -> new StatusRefused(NAME, status, reason);
        };
    }

    private static String reason(HttpResponseException refused) {
        if (refused instanceof GoogleJsonResponseException told
                && told.getDetails() != null
                && told.getDetails().getErrors() != null
                && !told.getDetails().getErrors().isEmpty()) {
            var reason = told.getDetails().getErrors().getFirst().getReason();
            return reason == null ? "" : reason;
        }
        return "";
    }
}
