package io.frontdesk.admincustomerrag.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadConfigurationTest extends AdminApp {
    private final String configuration = rag + "/configuration";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"chunking":{"maxTokens":63}}                       | chunking.maxTokens
                    {"chunking":{"maxTokens":501}}                      | chunking.maxTokens
                    {"chunking":{"maxTokens":"many"}}                   | chunking.maxTokens
                    {"chunking":{"max":100}}                            | chunking.max
                    {"models":{"embedding":"a b"}}                      | models.embedding
                    {"models":{"generation":""}}                        | models.generation
                    {"retrieval":{"denseWeight":1.01}}                  | retrieval.denseWeight
                    {"retrieval":{"denseWeight":-0.1}}                  | retrieval.denseWeight
                    {"retrieval":{"passages":21}}                       | retrieval.passages
                    {"answering":{"minimumConfidence":2}}               | answering.minimumConfidence
                    {"answering":{"generate":"perhaps"}}                | answering.generate
                    {"persona":{"name":""}}                             | persona.name
                    {"blockedTopics":[{"phrases":["abc"]}]}             | blockedTopics[0].name
                    {"blockedTopics":[{"name":"a","phrases":[]}]}       | blockedTopics[0].phrases
                    {"blockedTopics":[{"name":"a","phrases":["a"]}]}    | blockedTopics[0].phrases[0]
                    {"blockedTopics":[{"name":"a","phrases":["ab"]},{"name":"A","phrases":["ab"]}]} | blockedTopics
                    {"languages":["english"]}                           | languages[0]
                    {"languages":["en","EN"]}                           | languages
                    {"retention":{"unansweredDays":0}}                  | retention.unansweredDays
                    {"retention":{"documentVersions":101}}              | retention.documentVersions
                    {"quotas":{"documents":-1}}                         | quotas.documents
                    {"quotas":{"chunks":99999999999}}                   | quotas.chunks
                    {"quotas":{"spendPerMonth":{"amount":"-1","currency":"EUR"}}}      | quotas.spendPerMonth
                    {"quotas":{"spendPerMonth":{"amount":"1000001","currency":"EUR"}}} | quotas.spendPerMonth
                    {"quotas":{"spendPerMonth":{"amount":"1.001","currency":"EUR"}}}   | quotas.spendPerMonth
                    {"quotas":{"spendPerMonth":{"amount":"1","currency":"EURO"}}}      | quotas.spendPerMonth
                    {"quotas":{"spendPerMonth":5}}                      | quotas.spendPerMonth
                    {"tenantId":"x"}                                    | tenantId
                    """)
    void namesTheFieldThatIsWrong(String body, String field) {
        var answer = put(configuration, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").toString()).contains("\"field\":\"" + field);
        assertThat(get(configuration).etag()).isEqualTo("\"0\"");
    }

    @Test
    void refusesWhatNoEventCouldCarry() {
        var phrases =
                IntStream.range(0, 50)
                        .mapToObj(i -> "\"" + i + "x".repeat(190) + "\"")
                        .collect(Collectors.joining(","));
        var topics =
                IntStream.range(0, 100)
                        .mapToObj(i -> "{\"name\":\"t" + i + "\",\"phrases\":[" + phrases + "]}")
                        .collect(Collectors.joining(","));
        var answer = put(configuration, "{\"blockedTopics\":[" + topics + "]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("configuration-too-large");
    }

    @Test
    void refusesTextThatNoRowCanHold() {
        var answer = put(configuration, "{\"comment\":\"a\\u0000b\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }
}
