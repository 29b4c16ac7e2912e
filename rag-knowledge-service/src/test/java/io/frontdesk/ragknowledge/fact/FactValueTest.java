package io.frontdesk.ragknowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.frontdesk.ragknowledge.fact.Fact.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FactValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PRICE    | {"amount":"95","currency":"EUR"}                  | 95.00 EUR | €95
                    DURATION | "PT1H30M"                                         | 1 hour 30 minutes | 90 minutes
                    HOURS    | {"day":"monday","from":"08:00","to":"17:00"}      | Mon 08:00-17:00 | 5 pm
                    PHONE    | "+49 30 1234567"                                  | +49 30 1234567 | +49301234567
                    """)
    void saysAValueInTheWaysPeopleDo(Kind kind, String wire, String said, String spelling) {
        var value = FactValue.of(kind, new JsonMapper().readTree(wire));
        assertThat(value.said()).isEqualTo(said);
        assertThat(Spellings.of(kind, said)).startsWith(said).contains(spelling);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PRICE    | {"amount":95,"currency":"EUR"}
                    PRICE    | {"amount":"1.234","currency":"EUR"}
                    PRICE    | {"amount":"1","currency":"EEE"}
                    DURATION | "30 min"
                    DURATION | "PT0S"
                    HOURS    | {"day":"noday","from":"08:00","to":"17:00"}
                    HOURS    | {"day":"monday","from":"8","to":"17:00"}
                    PHONE    | "030 12345"
                    EMAIL    | "nobody"
                    """)
    void refusesWhatIsNoSuchValue(Kind kind, String wire) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactValue.of(kind, new JsonMapper().readTree(wire)));
    }
}
