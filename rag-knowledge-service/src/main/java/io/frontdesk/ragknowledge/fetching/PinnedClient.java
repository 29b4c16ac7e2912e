package io.frontdesk.ragknowledge.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * A client for one request to one host at addresses that were checked: no second look-up could
 * answer otherwise, and nothing (proxy, cookie, credential, redirect) is added on the way.
 */
final class PinnedClient {

    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(10);
    private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();
    private static final ManagedHttpClientConnectionFactory CONNECTIONS =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                            Http1Config.custom()
                                    .setMaxLineLength(16 * 1024)
                                    .setMaxHeaderCount(200)
                                    .setMaxEmptyLineCount(10)
                                    .build())
                    .build();

    private PinnedClient() {}

    static CloseableHttpClient to(String host, InetAddress[] addresses, long nanos) {
        var silence =
                Timeout.ofMilliseconds(
                        Math.max(
                                1,
                                TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, LONGEST_SILENCE))));
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Pinned(host, List.of(addresses)))
                        .setTlsSocketStrategy(TLS)
                        .setConnectionFactory(CONNECTIONS)
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(silence).build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(silence)
                                        .setSocketTimeout(silence)
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private record Pinned(String host, List<InetAddress> addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String asked) throws UnknownHostException {
            var plain = asked.startsWith("[") ? asked : host.replaceAll("[\\[\\]]", "");
            if (!asked.equals(host) && !asked.equals(plain)) {
                throw new UnknownHostException(asked);
            }
            return addresses.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String asked) {
            return asked;
        }
    }
}
