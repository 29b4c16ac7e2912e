package io.frontdesk.ragknowledge.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.WebStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebsiteTest extends KnowledgeApp {

    private UUID handbook = tenant;

    @BeforeEach
    void clear() {
        WEB.clear();
        handbook = newBase();
    }

    @AfterAll
    static void leaveNothing() {
        WEB.clear();
    }

    @Test
    void keepsThePagesOfASiteAndFollowsItsRules() {
        WEB.text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n");
        WEB.page("/", page("Home", "/prices", "/private/x", "/photo.jpg", "http://127.0.0.1:1/y"));
        WEB.page("/prices", page("Prices", "/", "/hidden", "/alias", "/prices?utm_source=a"));
        WEB.page("/hidden", "<meta name='robots' content='noindex'>" + page("Hidden", "/beyond"));
        WEB.page("/beyond", page("Beyond") + "<a rel='nofollow' href='/never'>x</a>");
        WEB.page("/alias", "<link rel='canonical' href='/prices'>" + page("Alias"));
        var site = follow("{\"url\":\"" + WEB.url("/") + "\"}");

        var done = crawled(site, 1);
        assertThat(done.get("pages").get("fetched").intValue()).isEqualTo(3);
        assertThat(done.get("pages").get("reasons").toString()).contains("noindex", "canonical");
        assertThat(done.get("progress").doubleValue()).isEqualTo(1);
        assertThat(WEB.asked)
                .contains("/robots.txt", "/sitemap.xml", "/", "/prices", "/hidden", "/beyond")
                .doesNotContain("/private/x", "/photo.jpg", "/never", "/prices?utm_source=a");
        assertThat(WEB.most.get()).as("requests at a time").isEqualTo(1);
        assertThat(post("/api/knowledge/search", "{\"query\":\"prices\"}").json().get("hits"))
                .hasSize(1);
        var document = documents().get(0);
        assertThat(document.get("source").get("kind").stringValue()).isEqualTo("website");
        assertThat(get("/api/knowledge/websites/" + site + "/pages?limit=2").json().get("items"))
                .hasSize(2);
    }

    @Test
    void takesUpWhatChangedAndForgetsWhatIsGoneForGood() {
        WEB.page("/", page("Home", "/hours", "/gone"));
        WEB.page("/hours", page("Hours nine"));
        WEB.page("/gone", page("Gone soon"));
        var site = follow("{\"url\":\"" + WEB.url("/") + "\"}");
        crawled(site, 1);
        var stored = CORE.stored.size();

        WEB.page("/hours", page("Hours ten"));
        WEB.remove("/gone");
        again(site, 2);
        assertThat(documents()).hasSize(3);
        assertThat(CORE.stored.size() - stored).as("documents embedded again").isEqualTo(1);
        var hours = document("/hours");
        assertThat(hours.get("version").intValue()).isEqualTo(2);
        assertThat(document("/").get("version").intValue()).isEqualTo(1);

        again(site, 3);
        assertThat(documents()).hasSize(2);
        assertThat(delete("/api/knowledge/websites/" + site).status()).isEqualTo(204);
        assertThat(documents()).isEmpty();
        assertThat(get("/api/knowledge/websites/" + site).status()).isEqualTo(404);
    }

    @Test
    void readsSitemapsWithinLimits() throws IOException {
        WEB.text("/robots.txt", "text/plain", "Sitemap: " + WEB.url("/index.xml"));
        WEB.text(
                "/index.xml",
                "application/xml",
                "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>"
                        + WEB.url("/million.xml.gz")
                        + "</loc></sitemap></sitemapindex>");
        var million = packed(1_000_000);
        WEB.handle(
                "/million.xml.gz",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/gzip");
                    exchange.sendResponseHeaders(200, million.length);
                    exchange.getResponseBody().write(million);
                });
        WEB.page("/", page("Home"));
        WEB.page("/p/0", page("First"));
        WEB.page("/p/1", page("Second"));
        var site = follow("{\"url\":\"" + WEB.url("/") + "\",\"maxPages\":2}");
        var pages = crawled(site, 1).get("pages");
        assertThat(pages.get("fetched").intValue()).isEqualTo(2);
        assertThat(pages.get("reasons").get("page-limit").intValue()).isGreaterThan(10_000);
    }

    @Test
    void doesNotWalkIntoTraps() {
        for (int i = 0; i < 60; i++) {
            WEB.page("/calendar?day=" + i, page("Day " + i, "/calendar?day=" + (i + 1)));
        }
        WEB.page(
                "/",
                page(
                        "Home",
                        "/calendar?day=0",
                        "/a/b/a/b/a/b/a/b/a/b",
                        "/" + "x".repeat(1_200),
                        "/q?a=1&b=2&c=3&d=4&e=5"));
        var site = follow("{\"url\":\"" + WEB.url("/") + "\",\"maxDepth\":20}");
        var pages = crawled(site, 1).get("pages");
        assertThat(pages.get("fetched").intValue()).isLessThanOrEqualTo(21);
        assertThat(WEB.asked).noneMatch(path -> path.startsWith("/a/b/a") || path.startsWith("/q"));
    }

    @Test
    void waitsForAnOverloadedHost() {
        var tries = new AtomicInteger();
        WEB.handle(
                "/",
                exchange -> {
                    if (tries.incrementAndGet() == 1) {
                        exchange.getResponseHeaders().set("Retry-After", "1");
                        exchange.sendResponseHeaders(429, -1);
                    } else {
                        WebStandIn.send(exchange, 200, "text/html", page("Home"));
                    }
                });
        var site = follow("{\"url\":\"" + WEB.url("/") + "\"}");
        assertThat(crawled(site, 1).get("pages").get("fetched").intValue()).isEqualTo(1);
        assertThat(tries.get()).isEqualTo(2);
    }

    @Test
    void staysAwayWhenTheRulesCannotBeRead() {
        WEB.status("/robots.txt", 500, Map.of());
        WEB.page("/", page("Home"));
        var failed = crawled(follow("{\"url\":\"" + WEB.url("/") + "\"}"), 1);
        assertThat(failed.get("problem").get("type").stringValue()).endsWith("robots-unavailable");
        assertThat(WEB.asked).containsOnly("/robots.txt");
    }

    @Test
    void plansTheNextCrawlAndRefusesWhatMustNotBe() {
        WEB.page("/", page("Home"));
        var site = follow("{\"url\":\"" + WEB.url("/") + "\",\"refresh\":\"P1D\"}");
        assertThat(crawled(site, 1).has("nextCrawlAt")).isTrue();
        var settings = "{\"maxPages\":5,\"maxDepth\":1,\"exclude\":[\"/x*\"]}";
        var changed = put("/api/knowledge/websites/" + site, settings).json();
        assertThat(changed.get("maxPages").intValue()).isEqualTo(5);
        assertThat(changed.has("nextCrawlAt")).isFalse();

        var path = "/api/knowledge/bases/" + handbook + "/websites";
        var same = post(path, "{\"url\":\"" + WEB.url("/") + "\"}");
        assertThat(same.status()).isEqualTo(409);
        assertThat(post(path, "{\"url\":\"http://169.254.169.254/\"}").body())
                .contains("address-refused");
        assertThat(post(path, "{\"url\":\"https://a.example/\",\"refresh\":\"PT5M\"}").status())
                .isEqualTo(400);
        assertThat(post(path, "{\"url\":\"https://a.example/\",\"maxPages\":5001}").status())
                .isEqualTo(400);
    }

    @Test
    void crawlsOnceMoreWhenAskedDuringACrawl() {
        var visits = new AtomicInteger();
        var asked = new CountDownLatch(1);
        WEB.handle(
                "/",
                exchange -> {
                    if (visits.incrementAndGet() == 1) {
                        await(asked);
                    }
                    var body = page("Home").getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                });
        var site = follow("{\"url\":\"" + WEB.url("/") + "\"}");
        Awaitility.await().until(() -> visits.get() == 1);

        assertThat(post("/api/knowledge/websites/" + site + "/crawls", "").status()).isEqualTo(202);
        asked.countDown();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> visits.get() == 2);
        crawled(site, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private UUID follow(String body) {
        return id(post("/api/knowledge/bases/" + handbook + "/websites", body));
    }

    private void again(UUID site, int crawl) {
        assertThat(post("/api/knowledge/websites/" + site + "/crawls", "").status()).isEqualTo(202);
        crawled(site, crawl);
    }

    /** Waits until the crawl is over and its documents are read. */
    private JsonNode crawled(UUID site, int crawl) {
        var over =
                Awaitility.await(crawl + ". crawl")
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> get("/api/knowledge/websites/" + site).json(),
                                found -> found.get("status").stringValue().matches("ready|failed"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> documents().toString(),
                        all -> !all.matches(".*(queued|parsing|embedding).*"));
        return over;
    }

    private JsonNode documents() {
        return get("/api/knowledge/bases/" + handbook + "/documents").json().get("items");
    }

    private JsonNode document(String path) {
        for (var document : documents()) {
            if (document.get("source").get("url").stringValue().equals(WEB.url(path))) {
                return document;
            }
        }
        throw new AssertionError("no document of " + path);
    }

    private static String page(String title, String... links) {
        return "<html><body><main><h1>"
                + title
                + "</h1><p>All about "
                + title.toLowerCase(java.util.Locale.ROOT)
                + " is told here.</p></main>"
                + IntStream.range(0, links.length)
                        .mapToObj(i -> "<a href='" + links[i] + "'>" + i + "</a>")
                        .collect(Collectors.joining())
                + "</body></html>";
    }

    private static byte[] packed(int urls) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                            .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < urls; i++) {
                gzip.write(
                        ("<url><loc>" + WEB.url("/p/" + i) + "</loc></url>")
                                .getBytes(StandardCharsets.UTF_8));
            }
            gzip.write("</urlset>".getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
