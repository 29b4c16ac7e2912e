package io.frontdesk.ragknowledge.fetching;

import io.frontdesk.ragknowledge.fetching.FetchFailed.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Fetches addresses, each redirect checked as the first address was, all within limits. */
@Component
@EnableConfigurationProperties(FetchingProperties.class)
public class Fetcher implements AutoCloseable {

    private static final Set<String> READABLE =
            Set.of(
                    "text/html",
                    "application/xhtml+xml",
                    "text/plain",
                    "text/markdown",
                    "application/pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "application/octet-stream");

    private final FetchingProperties properties;
    private final WebAddresses addresses;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fetching-timer").factory());

    Fetcher(FetchingProperties properties, HostResolver resolver) {
        this.properties = properties;
        this.addresses = new WebAddresses(properties, resolver);
    }

    @Configuration(proxyBeanMethods = false)
    static class Names {
        @Bean
        HostResolver hostResolver() {
            return InetAddress::getAllByName;
        }
    }

    /**
     * What to fetch.
     *
     * @param etag of what the caller has, which is then not sent again
     * @param lastModified of what the caller has
     * @param part whether any media type will do, and the first {@code most} bytes of it
     */
    public record Wanted(
            String url,
            @Nullable String etag,
            @Nullable String lastModified,
            boolean part,
            int most) {

        /** A document, whole. */
        public Wanted(String url, @Nullable String etag, @Nullable String lastModified) {
            this(url, etag, lastModified, false, 0);
        }

        /** The first bytes of something else. */
        public static Wanted part(String url, int most) {
            return new Wanted(url, null, null, true, most);
        }
    }

    /**
     * The address in its plain form.
     *
     * @throws AddressRefused when it shows by itself that it must not be asked
     */
    public URI check(String address) {
        return addresses.check(address);
    }

    /**
     * Fetches an address.
     *
     * @throws AddressRefused when it, or one that it redirects to, must not be asked
     * @throws FetchFailed when it does not answer with a document
     */
    public Fetched fetch(Wanted wanted) {
        long end = System.nanoTime() + properties.timeout().toNanos();
        var url = addresses.check(wanted.url());
        for (int hop = 0; hop <= properties.maxRedirects(); hop++) {
            var answer = ask(url, wanted, end);
            if (answer.fetched() != null) {
                return answer.fetched();
            }
            url = addresses.check(url.resolve(location(answer.location())).toString());
        }
        throw new FetchFailed(
                Reason.TOO_MANY_REDIRECTS,
                "More than " + properties.maxRedirects() + " redirects lead on from the address.");
    }

    private record Answer(@Nullable Fetched fetched, String location) {}

    private static URI location(String sent) {
        try {
            return URI.create(sent.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException wrong) {
            throw new AddressRefused("A redirect leads to something that is no address.");
        }
    }

    private Answer ask(URI url, Wanted wanted, long end) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw timedOut();
        }
        var request = new HttpGet(url);
        request.setHeader(HttpHeaders.USER_AGENT, properties.userAgent());
        request.setHeader(HttpHeaders.ACCEPT, "text/html, text/*;q=0.9, */*;q=0.5");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (wanted.etag() != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, wanted.etag());
        }
        if (wanted.lastModified() != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, wanted.lastModified());
        }
        var late = timer.schedule(request::cancel, left, TimeUnit.NANOSECONDS);
        try {
            var client = PinnedClient.to(url.getHost(), addresses.resolve(url), left);
            try (var response = client.executeOpen(null, request, null)) {
                return answer(url, response, wanted);
            } finally {
                // At once: an orderly end would first read what is left of the body.
                request.cancel();
                client.close(CloseMode.IMMEDIATE);
            }
        } catch (UnknownHostException unknown) {
            throw new FetchFailed(Reason.UNREACHABLE, "The host has no address.");
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof AddressRefused || broken instanceof FetchFailed) {
                throw (RuntimeException) broken;
            }
            throw System.nanoTime() >= end
                    ? timedOut()
                    : new FetchFailed(Reason.UNREACHABLE, "The host does not answer as it should.");
        } finally {
            late.cancel(false);
        }
    }

    private Answer answer(URI url, ClassicHttpResponse response, Wanted wanted) throws IOException {
        int status = response.getCode();
        var location = header(response, HttpHeaders.LOCATION);
        if (status == 304) {
            return new Answer(
                    new Fetched(url, "", null, false, wanted.etag(), wanted.lastModified(), null),
                    "");
        }
        if (Set.of(301, 302, 303, 307, 308).contains(status) && location != null) {
            return new Answer(null, location);
        }
        if (status != 200 && status != 203) {
            throw FetchFailed.of(status, header(response, HttpHeaders.RETRY_AFTER));
        }
        return new Answer(fetched(url, response, wanted), "");
    }

    private Fetched fetched(URI url, ClassicHttpResponse response, Wanted wanted)
            throws IOException {
        var type = ContentType.parseLenient(header(response, HttpHeaders.CONTENT_TYPE));
        var mediaType = type == null ? "application/octet-stream" : type.getMimeType();
        if (!wanted.part() && !READABLE.contains(mediaType)) {
            throw new FetchFailed(
                    Reason.MEDIA_TYPE, "Addresses of type " + mediaType + " cannot be read.");
        }
        int most = wanted.part() ? wanted.most() : Math.toIntExact(properties.maxSize().toBytes());
        var entity = response.getEntity();
        if (entity == null || (!wanted.part() && entity.getContentLength() > most)) {
            throw entity == null
                    ? new FetchFailed(Reason.STATUS, "The answer is empty.")
                    : tooLarge();
        }
        var read =
                Body.first(
                        entity.getContent(), header(response, HttpHeaders.CONTENT_ENCODING), most);
        if (read.cut() && !wanted.part()) {
            throw tooLarge();
        }
        boolean text = mediaType.startsWith("text/") || mediaType.endsWith("+xml");
        var charset = type == null ? null : type.getParameter("charset");
        return new Fetched(
                url,
                mediaType,
                text && !wanted.part() ? Body.utf8(read.bytes(), charset) : read.bytes(),
                read.cut(),
                header(response, HttpHeaders.ETAG),
                header(response, HttpHeaders.LAST_MODIFIED),
                header(response, "X-Robots-Tag"));
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private FetchFailed timedOut() {
        return new FetchFailed(
                Reason.TIMED_OUT,
                "The host took longer than " + properties.timeout().toSeconds() + " s.");
    }

    private FetchFailed tooLarge() {
        return new FetchFailed(
                Reason.TOO_LARGE,
                "The document has more than " + properties.maxSize().toMegabytes() + " MB.");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
