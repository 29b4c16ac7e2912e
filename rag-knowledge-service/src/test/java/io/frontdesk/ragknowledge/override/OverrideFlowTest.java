package io.frontdesk.ragknowledge.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class OverrideFlowTest extends KnowledgeApp {

    private static final String PATH = "/api/knowledge/overrides";
    private static final String SUNDAY =
            "{\"question\":\"Do you open on Sunday?\",\"answer\":\"Yes, from 10.\"}";

    @Autowired private Overrides overrides;
    @Autowired private Tenancy tenancy;
    @LocalServerPort private int port;

    @AfterEach
    void recover() {
        CORE.dumb.set(false);
    }

    @Test
    void matchesWhatAsksTheSameAndCountsIt() {
        var id = id(post(PATH, SUNDAY));
        assertThat(match("do you open on SUNDAY")).hasValue("Yes, from 10.");
        assertThat(match("Are you open on Sundays?")).hasValue("Yes, from 10.");
        assertThat(match("Are you open on Sundays?")).as("by the kept vector").isPresent();
        assertThat(match("Do you open on Monday?")).isEmpty();
        assertThat(match("Don't you open on Sunday?")).isEmpty();
        assertThat(match("🙂")).isEmpty();
        assertThat(get(PATH + "/" + id).json().get("hits").intValue()).isEqualTo(3);
        assertThat(tenancy.as(tenant, () -> overrides.find("do you open on sunday", List.of())))
                .isPresent();
        var shown = get(PATH + "/" + id).json();
        assertThat(shown.get("hits").intValue()).as("finding counts nothing").isEqualTo(3);
        assertThat(shown.has("lastHitAt")).isTrue();
        assertThat(shown.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void matchesByTextAloneWithoutTheIndex() {
        post(
                PATH,
                "{\"question\":\"Do you open on Sunday?\",\"alternatives\":[\"Sunday hours?\"],"
                        + "\"answer\":\"Yes.\"}");
        CORE.dumb.set(true);
        assertThat(match("Do you open on Sunday")).isPresent();
        assertThat(match("sunday hours")).isPresent();
        assertThat(match("Are you open on Sundays?")).isEmpty();
        CORE.dumb.set(false);
        assertThat(match("Are you open on Sundays?")).isPresent();
    }

    @Test
    void holdsWhereAndWhenItIsMeantTo() {
        var here = newBase();
        var there = newBase();
        post(PATH, SUNDAY.replace("Yes, from 10.", "Everywhere"));
        post(
                PATH,
                SUNDAY.replace("Yes, from 10.", "Here")
                        .replace("}", ",\"baseIds\":[\"" + here + "\"]}"));
        assertThat(match("Do you open on Sunday?", here)).hasValue("Here");
        assertThat(match("Do you open on Sunday?", there)).hasValue("Everywhere");
        var question = "{\"question\":\"Late?\",\"answer\":\"x\",";
        post(PATH, question + "\"validUntil\":\"2020-01-01T00:00:00Z\"}");
        post(PATH, question + "\"validFrom\":\"2120-01-01T00:00:00Z\"}");
        post(PATH, question + "\"enabled\":false}");
        assertThat(match("Late?")).isEmpty();
        post(PATH, question + "\"validFrom\":\"2020-01-01T00:00:00Z\"}");
        assertThat(match("Late?")).isPresent();
    }

    @Test
    void countsEveryHitOfMany() throws Exception {
        var id = id(post(PATH, SUNDAY));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> ask = () -> match("Do you open on Sunday?");
            threads.invokeAll(IntStream.range(0, 30).mapToObj(_ -> ask).toList());
        }
        assertThat(get(PATH + "/" + id).json().get("hits").intValue()).isEqualTo(30);
    }

    @Test
    void changesOnlyTheVersionThatWasRead() throws Exception {
        var id = id(post(PATH, SUNDAY));
        var changed = SUNDAY.replace("Yes, from 10.", "No.");
        var first = put(id, changed, "\"1\"");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(put(id, SUNDAY, "\"1\"").statusCode()).isEqualTo(412);
        assertThat(put(id, SUNDAY, "junk").statusCode()).isEqualTo(400);
        assertThat(match("Do you open on Sunday?")).hasValue("No.");
        assertThat(delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(match("Do you open on Sunday?")).isEmpty();
    }

    @Test
    void listsAndSearches() {
        post(PATH, SUNDAY);
        post(PATH, "{\"question\":\"Parking?\",\"answer\":\"100% free_\"}");
        post(PATH, "{\"question\":\"Dogs?\",\"answer\":\"y\",\"alternatives\":[\"Puppies ok?\"]}");
        assertThat(get(PATH).json().get("items")).hasSize(3);
        var page = get(PATH + "?limit=2").json();
        assertThat(page.get("items")).hasSize(2);
        var next = get(PATH + "?limit=2&cursor=" + page.get("nextCursor").stringValue());
        assertThat(next.json().get("items")).hasSize(1);
        assertThat(get(PATH + "?q=SUNday").json().get("items")).hasSize(1);
        assertThat(get(PATH + "?q=100%25").json().get("items")).hasSize(1);
        assertThat(get(PATH + "?q=%25%25").json().get("items")).isEmpty();
        assertThat(get(PATH + "?q=puppies").json().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"question\":\"\",\"answer\":\"x\"}",
                "{\"question\":\"?!\",\"answer\":\"x\"}",
                "{\"question\":\"a\\u0000b\",\"answer\":\"x\"}",
                "{\"question\":\"a\",\"answer\":\"x\\u0007\"}",
                "{\"question\":\"a\\ud800\",\"answer\":\"x\"}",
                "{\"question\":\"a\"}",
                "{\"question\":\"a\",\"answer\":\"x\",\"alternatives\":[\"\"]}",
                "{\"question\":\"a\",\"answer\":\"x\",\"baseIds\":[null]}",
                "{\"question\":\"a\",\"answer\":\"x\",\"other\":1}",
                "{\"question\":\"a\",\"answer\":\"x\",\"validFrom\":\"2026-01-02T00:00:00Z\","
                        + "\"validUntil\":\"2026-01-01T00:00:00Z\"}"
            })
    void refusesBadInput(String body) {
        var answer = post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLongOrInAnUnknownBase() {
        var big = "{\"question\":\"a\",\"answer\":\"%s\"}";
        assertThat(post(PATH, big.formatted("x".repeat(4_000))).status()).isEqualTo(201);
        assertThat(post(PATH, big.formatted("x".repeat(4_001))).status()).isEqualTo(400);
        var elsewhere = SUNDAY.replace("}", ",\"baseIds\":[\"" + UUID.randomUUID() + "\"]}");
        assertThat(post(PATH, elsewhere).status()).isEqualTo(404);
    }

    private Optional<String> match(String question, UUID... bases) {
        return tenancy.as(tenant, () -> overrides.match(question, List.of(bases)))
                .map(CuratedAnswer::answer);
    }

    private HttpResponse<String> put(UUID id, String body, String tag) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH + "/" + id))
                        .PUT(BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + TestTokens.owner(tenant))
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
