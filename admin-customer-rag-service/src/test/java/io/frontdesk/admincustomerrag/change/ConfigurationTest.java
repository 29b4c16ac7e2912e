package io.frontdesk.admincustomerrag.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import io.frontdesk.test.events.EventProbe.Published;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationTest extends AdminApp {
    private static final String CHANGED = "io.frontdesk.customer-rag.configuration-changed";
    private final String configuration = rag + "/configuration";

    @Test
    void startsWithTheDefaults() {
        var answer = get(configuration);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"0\"");
        assertThat(answer.json().at("/version").intValue()).isZero();
        assertThat(answer.json().at("/chunking/maxTokens").intValue()).isEqualTo(200);
        assertThat(answer.json().at("/retention/documentVersions").intValue()).isEqualTo(10);
        assertThat(answer.json().at("/quotas").has("spendPerMonth")).isTrue();
    }

    @Test
    void keepsWhatItIsToldAndTellsTheFleet() {
        var answer =
                put(
                        configuration,
                        """
                        {"comment":"a start","persona":{"name":"Mia"},"languages":["de","en"],
                         "blockedTopics":[{"name":"law","phrases":["legal advice"]}],
                         "quotas":{"documents":10,"spendPerMonth":{"amount":"5","currency":"EUR"}}}
                        """);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(get(configuration).body()).isEqualTo(answer.body());

        var event = events.await(CHANGED, tenant.toString());
        assertThat(event.tenant()).isEqualTo(tenant);
        assertThat(event.data().at("/version").intValue()).isEqualTo(1);
        var told = event.data().at("/configuration");
        assertThat(told.at("/persona/name").stringValue()).isEqualTo("Mia");
        assertThat(told.at("/quotas/spendPerMonth/amount").stringValue()).isEqualTo("5.00");
        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder(
                        "chunking",
                        "models",
                        "retrieval",
                        "answering",
                        "persona",
                        "blockedTopics",
                        "languages",
                        "retention",
                        "quotas");
    }

    @Test
    void takesBackWhatItShowed() {
        put(configuration, "{\"persona\":{\"name\":\"Mia\"}}");
        var again = put(configuration, get(configuration).body());
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.etag()).isEqualTo("\"1\"");
        assertThat(get(configuration + "/versions").json().get("items")).hasSize(1);
        assertThat(events.published(CHANGED).stream().filter(this::isOurs)).hasSize(1);
    }

    @Test
    void listsVersionsAndTheirDifferences() {
        put(configuration, "{\"chunking\":{\"maxTokens\":100}}");
        put(configuration, "{\"chunking\":{\"maxTokens\":100},\"languages\":[\"en\"]}");
        put(configuration, "{\"comment\":\"third\"}");

        var first = get(configuration + "/versions?limit=2");
        assertThat(first.json().at("/items/0/version").intValue()).isEqualTo(3);
        assertThat(first.json().at("/items/0/comment").stringValue()).isEqualTo("third");
        assertThat(first.json().at("/items/0/author").stringValue()).isEqualTo("operator");
        var rest = get(configuration + "/versions?limit=2&cursor=" + first.text("nextCursor"));
        assertThat(rest.json().get("items")).hasSize(1);
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();

        var second = get(configuration + "/versions/2").json();
        assertThat(second.get("changes").toString())
                .isEqualTo("[{\"path\":\"languages\",\"from\":[],\"to\":[\"en\"]}]");
        assertThat(second.at("/configuration/chunking/maxTokens").intValue()).isEqualTo(100);
        assertThat(second.at("/version").intValue()).isEqualTo(2);
        assertThat(get(configuration + "/diff?from=0&to=1").body())
                .isEqualTo("[{\"path\":\"chunking.maxTokens\",\"from\":200,\"to\":100}]");
        assertThat(get(configuration + "/diff?from=1&to=9").status()).isEqualTo(404);
        assertThat(get(configuration + "/versions/0").status()).isEqualTo(404);
    }

    @Test
    void rollsBackByGoingOn() {
        put(configuration, "{\"persona\":{\"name\":\"Mia\"}}");
        put(configuration, "{\"persona\":{\"name\":\"Leo\"}}");
        var back = post(configuration + "/rollback", "{\"version\":1,\"comment\":\"oops\"}");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.etag()).isEqualTo("\"3\"");
        assertThat(back.json().at("/persona/name").stringValue()).isEqualTo("Mia");
        assertThat(get(configuration + "/versions/3").json().at("/restoredFrom").intValue())
                .isEqualTo(1);
        assertThat(post(configuration + "/rollback", "{\"version\":7}").status()).isEqualTo(404);
        assertThat(post(configuration + "/rollback", "{}").status()).isEqualTo(400);
        assertThat(post(configuration + "/rollback", "{\"version\":3}").etag()).isEqualTo("\"3\"");
    }

    @Test
    void refusesAChangeOfWhatHasChanged() {
        put(configuration, "{\"persona\":{\"name\":\"Mia\"}}");
        for (var stale : List.of("\"0\"", "\"2\"", "W/\"1\"", "nonsense")) {
            var answer = put(configuration, "{}", "If-Match", stale);
            assertThat(answer.status()).as(stale).isEqualTo(412);
            assertThat(answer.body()).contains("version-conflict");
        }
        assertThat(put(configuration, "{\"version\":0}").status()).isEqualTo(412);
        assertThat(put(configuration, "{}", "If-Match", "\"7\", \"1\"").status()).isEqualTo(200);
        assertThat(put(configuration, "{\"languages\":[\"en\"]}", "If-Match", "*").etag())
                .isEqualTo("\"3\"");
    }

    @Test
    void letsOneOfManyRacersWin() throws Exception {
        try (var racers = Executors.newFixedThreadPool(8)) {
            var calls =
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(i ->
                                    () ->
                                            put(
                                                            configuration,
                                                            "{\"chunking\":{\"maxTokens\":"
                                                                    + (100 + i)
                                                                    + "}}",
                                                            "If-Match",
                                                            "\"0\"")
                                                    .status())
                            .toList();
            var statuses = racers.invokeAll(calls).stream().map(f -> f.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        assertThat(get(configuration + "/versions").json().get("items")).hasSize(1);
        assertThat(events.published(CHANGED).stream().filter(this::isOurs)).hasSize(1);
    }

    @Test
    void repeatsARollbackUnderTheSameKey() {
        put(configuration, "{\"persona\":{\"name\":\"Mia\"}}");
        put(configuration, "{\"persona\":{\"name\":\"Leo\"}}");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            var back = post(configuration + "/rollback", "{\"version\":1}", "Idempotency-Key", key);
            assertThat(back.json().at("/version").intValue()).isEqualTo(3);
        }
    }

    private boolean isOurs(Published event) {
        return tenant.equals(event.tenant());
    }
}
