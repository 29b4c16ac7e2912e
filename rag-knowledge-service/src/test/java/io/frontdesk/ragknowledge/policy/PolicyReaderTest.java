package io.frontdesk.ragknowledge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PolicyReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsAWholeConfigurationAndItsOwnForm() {
        var policy =
                read(
                        """
                        {"chunking":{"maxTokens":300},
                         "models":{"embedding":"e","generation":"g"},
                         "retrieval":{"denseWeight":0.25,"passages":5},
                         "answering":{"minimumConfidence":0.5,"generate":true},
                         "persona":{"name":"Ada","instructions":"Be kind.","refusal":"No."},
                         "blockedTopics":[{"name":"law","phrases":["legal advice"],"reply":"Ask."}],
                         "languages":["en","de"],
                         "retention":{"unansweredDays":1,"questionDays":2,"documentVersions":3},
                         "quotas":{"documents":1,"chunks":2,"questionsPerMonth":0,
                           "spendPerMonth":{"amount":"12.5","currency":"EUR"}}}
                        """);
        assertThat(policy.quotas().spendPerMonth())
                .isEqualTo(new Policy.Spend(new BigDecimal("12.50"), "EUR"));
        assertThat(policy.blockedTopics().getFirst().phrases()).containsExactly("legal advice");
        var again = new PolicyReader(JSON.valueToTree(policy), Policy.DEFAULT);
        assertThat(again.policy()).isEqualTo(policy);
        assertThat(again.broken()).isEmpty();
    }

    @Test
    void hasDefaultsForWhatIsAbsentAndIgnoresWhatItDoesNotKnow() {
        assertThat(read("{}")).isEqualTo(Policy.DEFAULT);
        assertThat(read("{\"new\":{\"x\":1},\"chunking\":{\"overlap\":3},\"persona\":null}"))
                .isEqualTo(Policy.DEFAULT);
    }

    @Test
    void keepsWhatAppliedForBrokenValuesAlone() {
        var before = read("{\"quotas\":{\"documents\":7},\"languages\":[\"de\"]}");
        var reading =
                new PolicyReader(
                        JSON.readTree(
                                """
                                {"quotas":{"documents":-1,"chunks":9},"languages":["German"],
                                 "chunking":{"maxTokens":"many"},"retrieval":"x",
                                 "answering":{"minimumConfidence":7},
                                 "blockedTopics":[{"name":"law"}]}
                                """),
                        before);
        var policy = reading.policy();
        assertThat(policy.quotas().documents()).isEqualTo(7);
        assertThat(policy.quotas().chunks()).isEqualTo(9);
        assertThat(policy.languages()).isEqualTo(List.of("de"));
        assertThat(policy.chunking()).isEqualTo(Policy.DEFAULT.chunking());
        assertThat(reading.broken())
                .contains(
                        "quotas.documents",
                        "languages",
                        "chunking.maxTokens",
                        "retrieval",
                        "answering.minimumConfidence",
                        "blockedTopics");
    }

    private static Policy read(String json) {
        return new PolicyReader(JSON.readTree(json), Policy.DEFAULT).policy();
    }
}
