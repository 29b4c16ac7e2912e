package io.frontdesk.calendarplugin.dav;

import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server answered. */
public final class DavAnswer {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> WRITES = Set.of("PUT", "DELETE");
    private static final Duration LONGEST = Duration.ofDays(1);

    private final String method;
    private final URI from;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    DavAnswer(String method, URI from, int status, HttpHeaders headers, byte[] body) {
        this.method = method;
        this.from = from;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The address that answered, after all redirects. */
    public URI from() {
        return from;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body.clone();
    }

    public Multistatus multistatus() {
        if (status != 207) {
            throw new ProviderRefused("The server does not speak CalDAV at " + from.getPath());
        }
        return Multistatus.of(DavXml.read(body));
    }

    /** The version, in a form that may be sent back and compared; null when it tells none. */
    public @Nullable String etag() {
        return headers.firstValue("ETag").map(DavAnswer::strong).orElse(null);
    }

    /** Whether a refusal names a broken condition, for example {@code {DAV:}valid-sync-token}. */
    public boolean names(String condition) {
        if (status < 400 || body.length == 0) {
            return false;
        }
        try {
            return DavXml.read(body).has(condition);
        } catch (ProviderRefused notXml) {
            return false;
        }
    }

    /** The answer, if it is no refusal. */
    public DavAnswer orRefused() {
        if (status < 300) {
            return this;
        }
        var host = from.getHost();
        throw switch (status) {
            case 401 -> new AccessRevoked("The server " + host + " refused name and password.");
            case 412 -> new VersionConflict("The event was changed on the server " + host + ".");
            case 423, 429, 503 ->
                    new ProviderBusy("The server " + host + " asks to wait.", retryAfter());
            default -> {
                if (status >= 500 && status != 501 && status != 507) {
                    yield WRITES.contains(method)
                            ? new ProviderSilent("The server " + host + " failed: " + status)
                            : new ProviderBusy("The server " + host + " failed: " + status, null);
                }
                yield new ProviderRefused(
                        "The server " + host + " refused " + method + ": " + status + ".");
            }
        };
    }

    @Nullable URI redirect() {
        if (!REDIRECTS.contains(status)) {
            return null;
        }
        return headers.firstValue("Location").map(to -> Href.resolve(from, to)).orElse(null);
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3), which is then taken against the Date told. */
    private @Nullable Duration retryAfter() {
        var told = headers.firstValue("Retry-After").orElse("").strip();
        if (told.matches("\\d{1,9}")) {
            var pause = Duration.ofSeconds(Long.parseLong(told));
            return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        }
        var until = date(told);
        var now = date(headers.firstValue("Date").orElse(""));
        if (until == null || now == null || until.isBefore(now)) {
            return null;
        }
        var pause = Duration.between(now, until);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static @Nullable Instant date(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /**
     * The strong form of an etag. A proxy that compresses marks the server's own etag as weak, or
     * adds to it, and a weak one never matches in a condition (RFC 9110, section 13.1.1).
     */
    public static String strong(String etag) {
        var text = etag.strip();
        text = text.startsWith("W/") ? text.substring(2) : text;
        return text.replaceFirst("[-;]gzip\"$", "\"");
    }
}
