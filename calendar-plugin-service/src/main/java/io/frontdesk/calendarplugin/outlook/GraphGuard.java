package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.core.CoreConstants;
import io.frontdesk.calendarplugin.http.StatusRefused;
import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.springframework.util.unit.DataSize;

/** Lets requests go to Graph only, and reads answers up to a size. */
final class GraphGuard implements Interceptor {
    /** The SDK writes the signed-in user as this, and leaves the rest to a handler of its own. */
    private static final String SDK_ME =
            CoreConstants.ReplacementConstants.USERS_ENDPOINT_WITH_REPLACE_TOKEN;

    private final String base;
    private final HttpUrl address;
    private final long largest;

    GraphGuard(URI base, DataSize largest) {
        this.base = base.toString();
        this.address = HttpUrl.get(this.base);
        this.largest = largest.toBytes();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var url = HttpUrl.get(request.url().toString().replace(base + SDK_ME, base + "/me"));
        if (!url.host().equals(address.host()) || url.port() != address.port()) {
            throw new IOException("not an address of Graph");
        }
        var response = chain.proceed(request.newBuilder().url(url).build());
        if (response.code() / 100 == 3) {
            response.close();
            // The SDK would take it for an answer without content.
            throw new StatusRefused(GraphApi.NAME, response.code(), "");
        }
        var body = response.body();
        if (body != null && body.source().request(largest + 1)) {
            response.close();
            throw new IOException("the answer is too large");
        }
        return response;
    }
}
