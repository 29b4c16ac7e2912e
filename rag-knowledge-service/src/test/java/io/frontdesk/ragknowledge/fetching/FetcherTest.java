package io.frontdesk.ragknowledge.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontdesk.ragknowledge.WebStandIn;
import io.frontdesk.ragknowledge.fetching.Fetcher.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class FetcherTest {

    private static final WebStandIn WEB = new WebStandIn();

    private final List<String> resolved = new ArrayList<>();
    private String answer = "93.184.216.34";
    private final Fetcher fetcher = fetcher(WEB.authority());

    private Fetcher fetcher(String... allowed) {
        var properties =
                new FetchingProperties(
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(2),
                        5,
                        Set.of(80, 443),
                        List.of(allowed),
                        "Frontdesk (+https://frontdesk.example)");
        return new Fetcher(properties, this::resolve);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        resolved.add(host);
        var literal = host.matches("[\\d.]+") ? host : answer;
        if (literal.isEmpty()) {
            throw new UnknownHostException(host);
        }
        var addresses = new ArrayList<InetAddress>();
        for (var each : literal.split(",", -1)) {
            addresses.add(InetAddress.ofLiteral(each));
        }
        return addresses.toArray(InetAddress[]::new);
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "//example.com",
                "javascript:alert(1)",
                "http://user:secret@example.com/",
                "http://a@127.0.0.1/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://0x7f.1/",
                "http://1.2.3.4.5/",
                "http://10.0.0.8/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[fe80::1%25eth0]/",
                "http://[fd00::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://db.internal/",
                "http://printer.local/",
                "http://intranet/",
                "http://example.com:8080/",
                "http://example.com:22/",
                "http://１２７.0.0.1/",
                "http://127。0。0。1/",
                "http:///path",
                "http://",
                "",
                "nonsense",
                "http://0/",
                "http://100.64.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/"
            })
    void refusesAddressesThatMustNotBeAsked(String address) {
        assertThatThrownBy(() -> fetcher.check(address)).isInstanceOf(AddressRefused.class);
        assertThat(resolved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "93.184.216.34,10.0.0.1"})
    void refusesNamesOfAddressesInTheHouse(String address) {
        answer = address;
        assertThatThrownBy(() -> fetcher.fetch(new Wanted("http://rebound.example/", null, null)))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void connectsToTheAddressThatWasChecked() {
        // The stand-in's port is allowed under this name; every look-up but the first lies.
        answer = "127.0.0.1";
        var host = "pinned.example:" + WEB.authority().replaceAll(".*:", "");
        WEB.text("/pinned", "text/plain", "hello");
        try (var pinned = fetcher(host)) {
            var fetched = pinned.fetch(new Wanted("http://" + host + "/pinned", null, null));
            assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
        assertThat(resolved)
                .as("one look-up, whose answer is used")
                .containsExactly("pinned.example");
    }

    @Test
    void checksEveryRedirectAnew() {
        redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
        redirect("/named", "http://metadata.example/");
        redirect("/scheme", "file:///etc/passwd");
        redirect("/port", "http://127.0.0.1:5432/");
        answer = "169.254.169.254";
        for (var path : List.of("/metadata", "/named", "/scheme", "/port")) {
            assertThatThrownBy(() -> fetch(path)).as(path).isInstanceOf(AddressRefused.class);
        }
    }

    @Test
    void followsAFewRedirectsAndNoMore() {
        WEB.text("/end", "text/html; charset=iso-8859-1", "Grüße");
        redirect("/one", "/two");
        redirect("/two", "end");
        redirect("/loop", "/loop");
        assertThat(fetch("/one").url().getPath()).isEqualTo("/end");
        assertThat(failure("/loop").type()).isEqualTo("fetch-too-many-redirects");
    }

    @Test
    void stopsABodyThatDripsForEver() {
        WEB.handle(
                "/drip",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/plain");
                    exchange.sendResponseHeaders(200, 0);
                    var turn = new java.util.concurrent.Semaphore(0);
                    for (int i = 0; i < 600; i++) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        wait(turn);
                    }
                });
        long start = System.nanoTime();
        assertThat(failure("/drip").type()).isEqualTo("fetch-timed-out");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static void wait(java.util.concurrent.Semaphore turn) {
        try {
            assertThat(turn.tryAcquire(100, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void stopsABodyThatNeverEnds() {
        WEB.handle(
                "/endless",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    var block = new byte[64 * 1024];
                    for (int i = 0; i < 100_000; i++) {
                        exchange.getResponseBody().write(block);
                    }
                });
        assertThat(failure("/endless").type()).isEqualTo("fetch-too-large");
    }

    @Test
    void stopsABodyThatUnpacksToFarMore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        assertThat(packed.size()).isLessThan(1024 * 1024);
        WEB.handle(
                "/bomb",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/plain");
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, packed.size());
                    exchange.getResponseBody().write(packed.toByteArray());
                });
        assertThat(failure("/bomb").type()).isEqualTo("fetch-too-large");
    }

    @Test
    void saysWhatIsWrongWithAnAnswer() {
        WEB.text("/image", "image/png", "x");
        WEB.status("/busy", 503, Map.of("Retry-After", "7"));
        assertThat(failure("/image").type()).isEqualTo("fetch-media-type");
        assertThat(failure("/missing").isGone()).isTrue();
        assertThat(failure("/busy").retryAfter()).isEqualTo(Duration.ofSeconds(7));
        answer = "";
        assertThat(
                        catchThrowableOfType(
                                        FetchFailed.class,
                                        () ->
                                                fetcher.fetch(
                                                        new Wanted(
                                                                "http://nowhere.example/",
                                                                null,
                                                                null)))
                                .type())
                .isEqualTo("fetch-unreachable");
    }

    @Test
    void makesTextUtf8AndAsksForChangesOnly() {
        WEB.page("/page", "<p>Hours</p>");
        var first = fetch("/page");
        assertThat(fetcher.fetch(new Wanted(WEB.url("/page"), first.etag(), null)).isUnmodified())
                .isTrue();
        WEB.handle(
                "/latin",
                exchange -> {
                    var bytes = "Grüße".getBytes(StandardCharsets.ISO_8859_1);
                    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=latin1");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                });
        assertThat(new String(fetch("/latin").body(), StandardCharsets.UTF_8)).endsWith("Grüße");
    }

    private static void redirect(String path, String target) {
        WEB.status(path, 302, Map.of("Location", target));
    }

    private Fetched fetch(String path) {
        return fetcher.fetch(new Wanted(WEB.url(path), null, null));
    }

    private FetchFailed failure(String path) {
        var failure = catchThrowableOfType(FetchFailed.class, () -> fetch(path));
        assertThat(failure).as(path).isNotNull();
        return failure;
    }
}
