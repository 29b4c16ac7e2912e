package io.frontdesk.gateway.upstream;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The pooled connections to the services; nothing is followed, decoded, stored or repeated. */
@Component
@EnableConfigurationProperties(ProxyProperties.class)
public class Upstream {
    private final CloseableHttpClient client;
    private final ProxyProperties properties;

    Upstream(ProxyProperties properties) {
        this.properties = properties;
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(properties.connectionsPerInstance())
                        .setMaxConnTotal(properties.connectionsPerInstance() * 20)
                        .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(timeout(properties.connectTimeout()))
                                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                        .setTimeToLive(TimeValue.ofMinutes(5))
                                        .build())
                        .build();
        client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        // Shorter than any service keeps an idle connection.
                        .setKeepAliveStrategy((response, context) -> TimeValue.ofSeconds(15))
                        .evictExpiredConnections()
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableConnectionState()
                        .disableDefaultUserAgent()
                        .build();
    }

    /** The answer's head; its body is read, and the connection freed, by whoever closes it. */
    public ClassicHttpResponse exchange(
            HttpHost target, ClassicHttpRequest request, Duration timeout) throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(
                RequestConfig.custom()
                        .setResponseTimeout(timeout(timeout))
                        .setConnectionRequestTimeout(timeout(properties.poolTimeout()))
                        .build());
        return client.executeOpen(target, request, context);
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
