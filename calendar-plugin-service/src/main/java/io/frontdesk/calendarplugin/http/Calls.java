package io.frontdesk.calendarplugin.http;

import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to one provider. */
public final class Calls {
    private final HttpClient client;
    private final Limits limits;

    public Calls(Limits limits) {
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /**
     * The whole answer. The client's own time-out ends with the headers; this one is for all, since
     * a body may trickle for ever.
     */
    public Answer send(HttpRequest request) throws IOException {
        var body =
                BodyHandlers.limiting(
                        BodyHandlers.ofString(StandardCharsets.UTF_8), limits.size().toBytes());
        var answer = client.sendAsync(request, body);
        try {
            var told = answer.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(told.statusCode(), told.headers(), told.body());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + limits.total());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken
                    ? broken
                    : new IOException("no answer", failed.getCause());
        }
    }

    /** What a broken exchange means: nothing was done when there was not even a connection. */
    public static RuntimeException broken(String provider, boolean write, IOException failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return new ProviderBusy(provider + " cannot be reached.", null);
        }
        return new ProviderSilent(
                write
                        ? provider + " did not say whether it made the change."
                        : provider + " did not give a whole answer.",
                failure);
    }
}
