package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.RequestHeaders;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import com.microsoft.kiota.http.ObservabilityOptions;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import io.frontdesk.calendarplugin.http.Calls;
import io.frontdesk.calendarplugin.http.Limits;
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
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The Graph SDK for one access at a time, and what its failures mean. */
final class GraphApi {
    static final String NAME = "Outlook";

    private final OkHttpClient http;
    private final URI base;
    private final Clock clock;

    GraphApi(Limits limits, URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
        // Without the SDK's own handlers: they retry and follow redirects unseen.
        this.http =
                new OkHttpClient.Builder()
                        .connectTimeout(limits.connect())
                        .readTimeout(limits.total())
                        .callTimeout(limits.total())
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectionPool(new ConnectionPool(20, 20, TimeUnit.SECONDS))
                        .addInterceptor(new GraphGuard(base, limits.size()))
                        .build();
    }

    URI base() {
        return base;
    }

    <T> T read(Access access, Function<GraphServiceClient, @Nullable T> request) {
        return told(run(access, request, false));
    }

    <T> T write(Access access, Function<GraphServiceClient, @Nullable T> request) {
        return told(run(access, request, true));
    }

    /** What an answer must have. */
    static <T> T told(@Nullable T value) {
        if (value == null) {
            throw unreadable();
        }
        return value;
    }

    /** A request that is answered with nothing. */
    void end(Access access, Consumer<GraphServiceClient> request) {
        run(
                access,
                client -> {
                    request.accept(client);
                    return null;
                },
                true);
    }

    /** Times in UTC, and ids that do not change when an event is moved to another folder. */
    static void prefer(RequestHeaders headers) {
        headers.add("Prefer", "outlook.timezone=\"UTC\"");
        headers.add("Prefer", "IdType=\"ImmutableId\"");
    }

    private static ProviderSilent unreadable() {
        return new ProviderSilent(NAME + " gave an unreadable answer.");
    }

    private <T> @Nullable T run(
            Access access, Function<GraphServiceClient, @Nullable T> request, boolean write) {
        AuthenticationProvider signed =
                (asked, context) ->
                        asked.headers.tryAdd("Authorization", "Bearer " + access.secret());
        var adapter = new OkHttpRequestAdapter(signed, null, null, http, observability());
        adapter.setBaseUrl(base.toString());
        var client = new GraphServiceClient(adapter);
        // The client's constructor puts Microsoft's own address where none was set before it.
        adapter.setBaseUrl(base.toString());
        try {
            return request.apply(client);
        } catch (ApiException refused) {
            throw refusal(refused, write);
        } catch (StatusRefused | ProviderSilent ours) {
            throw ours;
        } catch (RuntimeException failed) {
            throw broken(failed, write);
        }
    }

    /** No addresses in spans: they carry mailbox ids and sync states. */
    private static ObservabilityOptions observability() {
        var options = new ObservabilityOptions();
        options.setIncludeEUIIAttributes(false);
        return options;
    }

    private static RuntimeException broken(RuntimeException failed, boolean write) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException network) {
                return Calls.broken(NAME, write, network);
            }
        }
        // Whatever else the SDK throws comes from an answer that it could not read.
        return new ProviderSilent(NAME + " gave an unreadable answer.", failed);
    }

    /** Without the cause: it carries the answer's text. */
    private RuntimeException refusal(ApiException refused, boolean write) {
        var status = refused.getResponseStatusCode();
        if (status == 429 || status == 503) {
            return new ProviderBusy(NAME + " asks to wait.", pause(refused));
        }
        if (status >= 500) {
            return write
                    ? new ProviderSilent(NAME + " failed: " + status + ".")
                    : new ProviderBusy(NAME + " failed: " + status + ".", pause(refused));
        }
        if (status >= 200 && status < 300) {
            return unreadable();
        }
        return switch (status) {
            case 401 -> new AccessRevoked(NAME + " does not accept the access any more.");
            case 412 -> new VersionConflict("The event was changed in " + NAME + ".");
            default -> new StatusRefused(NAME, status, code(refused));
        };
    }

    private @Nullable Duration pause(ApiException refused) {
        var headers = refused.getResponseHeaders();
        var told = headers == null ? null : headers.get("Retry-After");
        return told == null || told.isEmpty() ? null : Pause.of(told.iterator().next(), clock);
    }

    private static String code(ApiException refused) {
        return refused instanceof ODataError told && told.getError() != null
                ? Objects.requireNonNullElse(told.getError().getCode(), "")
                : "";
    }
}
