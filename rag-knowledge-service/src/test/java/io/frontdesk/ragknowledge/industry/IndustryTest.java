package io.frontdesk.ragknowledge.industry;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.pack.Pack;
import io.frontdesk.ragknowledge.pack.PackSheet;
import io.frontdesk.ragknowledge.pack.Packs;
import io.frontdesk.ragknowledge.pack.ShippedPacks;
import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class IndustryTest extends KnowledgeApp {

    private static final String PATH = "/api/knowledge/industries/dental-practice";

    @Autowired private Packs packs;

    @Test
    void installsAPackOnceHoweverManyAskAtOnce() {
        var answers =
                IntStream.range(0, 4)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(this::install))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers.stream().map(Answer::status))
                .as(answers.getFirst().body())
                .containsOnly(202, 200)
                .containsOnlyOnce(202);
        assertThat(answers.stream().map(answer -> answer.json().get("id").stringValue()).distinct())
                .hasSize(1);
        var ready =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(40))
                        .until(
                                () -> get(PATH + "/installations").json().get("items").get(0),
                                found -> found.get("status").stringValue().equals("installed"));
        assertThat(ready.get("documents")).hasSize(6);
        assertThat(get("/api/knowledge/industries").json().get("items")).hasSize(8);
        assertThat(get(PATH).json().get("catalogue").get("offerings").size()).isPositive();
        assertThat(facts().findValuesAsString("industry")).hasSize(5);
        assertThat(sets().get("items")).hasSize(1);
    }

    @Test
    void upgradesWhatIsUntouchedAndKeepsWhatTheTenantChanged() {
        var installed = post(PATH + "/installations", "{\"version\":\"1.0.0\"}").json();
        var documents = installed.get("documents");
        var deleted = documents.get(0).get("id").stringValue();
        assertThat(delete("/api/knowledge/documents/" + deleted).status()).isEqualTo(204);
        var own = id(upload(baseOf(installed), "own.txt", "Our own words about our practice."));
        var fact = facts().get("items").get(0).get("id").stringValue();
        var changed =
                send(
                        TestTokens.owner(tenant),
                        "PUT",
                        "/api/knowledge/facts/" + fact,
                        BodyPublishers.ofString(
                                "{\"kind\":\"duration\",\"subject\":\"Check-up\",\"value\":\"PT50M\"}"),
                        "application/json");
        assertThat(changed.status()).as(changed.body()).isIn(200, 409);

        offerNext();
        var upgraded = post(PATH + "/installations", "{}");
        assertThat(upgraded.status()).as(upgraded.body()).isEqualTo(202);
        assertThat(upgraded.json().get("version").stringValue()).isEqualTo("1.1.0");
        assertThat(get("/api/knowledge/documents/" + deleted).status()).isEqualTo(404);
        assertThat(get("/api/knowledge/documents/" + own).status()).isEqualTo(200);
        assertThat(upgraded.json().get("documents").toString())
                .contains("\"deleted\"")
                .doesNotContain(documents.get(1).get("id").stringValue());
        assertThat(post(PATH + "/installations", "{\"version\":\"1.0.0\"}").status())
                .isEqualTo(409);

        var removal = delete(PATH + "/installation").json();
        assertThat(removal.get("baseKept").booleanValue()).isTrue();
        assertThat(removal.get("removed").get("documents").intValue()).isEqualTo(5);
        assertThat(get("/api/knowledge/documents/" + own).status()).isEqualTo(200);
        assertThat(get(PATH + "/installations").json().get("items")).isEmpty();
        assertThat(delete(PATH + "/installation").status()).isEqualTo(404);
    }

    @Test
    void evaluatesAQuestionSetOnlyForAnOperator() {
        var base = newBase();
        finished(id(upload(base, "a.txt", "The opening ceremony begins at nine in the morning.")));
        var set =
                id(
                        operator(
                                "POST",
                                "sets",
                                "{\"name\":\"x\",\"questions\":[{\"question\":\"When does the opening"
                                        + " ceremony begin?\",\"answerable\":true,\"answers\":[\"nine\"]},"
                                        + "{\"question\":\"Zzz yyy?\",\"answerable\":false}]}",
                                201));
        var run = id(operator("POST", "runs", "{\"setId\":\"" + set + "\"}", 202));
        var done =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(40))
                        .until(
                                () -> operator("GET", "runs/" + run, null, 200).json(),
                                found -> found.get("status").stringValue().equals("done"));
        assertThat(done.get("progress").doubleValue()).isEqualTo(1);
        assertThat(done.get("totals").get("refusedRight").intValue()).isEqualTo(1);
        assertThat(operator("GET", "runs/" + run + "/results", null, 200).json().get("items"))
                .hasSize(2);
        var comparison = operator("GET", "runs/" + run + "/comparison?with=" + run, null, 200);
        assertThat(comparison.json().get("unchanged").intValue()).isEqualTo(2);
        var path = "/api/admin/knowledge/evaluations/";
        assertThat(get(path + "sets").status()).isEqualTo(403);
        var stranger = TestTokens.operator(UUID.randomUUID());
        Stream.of("sets/" + set, "runs/" + run, "runs/" + run + "/results")
                .forEach(each ->
                        assertThat(send(stranger, "GET", path + each, null, "*/*").status())
                                .isEqualTo(404));
    }

    private Answer install() {
        return post(PATH + "/installations", "{\"version\":\"1.0.0\"}");
    }

    private void offerNext() {
        var pack = packs.find("dental-practice", Version.of("1.0.0")).orElseThrow();
        var sheet = pack.sheet();
        var next =
                new PackSheet(
                        sheet.name(),
                        sheet.title(),
                        Version.of("1.1.0"),
                        sheet.languages(),
                        sheet.summary(),
                        sheet.catalogue());
        var articles =
                pack.articles().stream()
                        .map(a -> new Pack.Article(a.file(), a.title(), a.text() + "\nMore.\n"))
                        .toList();
        ShippedPacks.offer(packs, new Pack(next, articles, pack.refusals(), pack.questions()));
    }

    private static UUID baseOf(JsonNode installation) {
        return UUID.fromString(installation.get("baseId").stringValue());
    }

    private JsonNode facts() {
        return get("/api/knowledge/facts").json();
    }

    private JsonNode sets() {
        return operator("GET", "sets", null, 200).json();
    }

    private Answer operator(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            int status) {
        var answer =
                send(
                        TestTokens.operator(tenant),
                        method,
                        "/api/admin/knowledge/evaluations/" + path,
                        body == null ? null : BodyPublishers.ofString(body),
                        "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }
}
