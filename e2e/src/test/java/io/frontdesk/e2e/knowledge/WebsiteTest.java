package io.frontdesk.e2e.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A business's own website becomes what it answers from; addresses of the house never do. */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class WebsiteTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;
    private Caller owner;
    private KnowledgeBase base;
    private String site;

    @BeforeAll
    void open(Fleet fleet) throws IOException {
        site = "http://localhost:" + fleet.websitePort();
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), fleet.websitePort()),
                        0);
        server.createContext(
                "/",
                exchange -> {
                    var page = pages.get(exchange.getRequestURI().getPath());
                    var body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        owner = new Tenants(fleet).create("With a website").owner();
        base = KnowledgeBase.create(owner, "Website");
    }

    @AfterAll
    void close() {
        server.stop(0);
    }

    @Test
    void readsAWebsiteAndFollowsItsChanges() {
        pages.put("/", page("Welcome", "<p>We repair bicycles.</p><a href='/hours'>Hours</a>"));
        pages.put("/hours", page("Hours", "<p>The workshop opens at 8:30 on weekdays.</p>"));
        pages.put("/secret", page("Secret", "<p>The safe opens with 4711.</p>"));
        pages.put("/robots.txt", "User-agent: *\nDisallow: /secret\n");

        var website =
                owner.post(
                                "/api/knowledge/bases/" + base.id() + "/websites",
                                Map.of("url", site + "/", "maxPages", 10))
                        .expect(202)
                        .id();

        awaitAnswer("When does the workshop open on weekdays?", "8:30");
        assertThat(base.search("The safe opens with 4711", "lexical"))
                .noneMatch(hit -> hit.path("text").asString().contains("4711"));
        pages.put("/hours", page("Hours", "<p>The workshop opens at 9:45 on weekdays.</p>"));
        owner.post("/api/knowledge/websites/" + website + "/crawls", Map.of()).expect(202);
        awaitAnswer("When does the workshop open on weekdays?", "9:45");
        assertThat(base.ask("When does the workshop open on weekdays?").path("answer").asString())
                .doesNotContain("8:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8000/actuator",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://10.0.0.1/",
                "http://2130706433/",
                "ftp://example.com/a",
                "file:///etc/passwd"
            })
    void neverAsksTheHouse(String url) {
        var answer =
                owner.post("/api/knowledge/bases/" + base.id() + "/documents", Map.of("url", url));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    }

    private void awaitAnswer(String question, String expected) {
        Awaitility.await(expected)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> base.ask(question).path("answer").asString().contains(expected));
    }

    private static String page(String title, String body) {
        return "<html><head><title>%s</title></head><body><main><h1>%s</h1>%s</main></body></html>"
                .formatted(title, title, body);
    }
}
