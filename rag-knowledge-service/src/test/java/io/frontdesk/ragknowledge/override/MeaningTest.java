package io.frontdesk.ragknowledge.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.wording.Asked;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of {@link Overrides}, with the model that rag-core-service runs. */
class MeaningTest {

    private static final BgeEmbedder MODEL = new BgeEmbedder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Do you open on Sunday? | Are you open on Sundays?
                    What are your opening hours? | When are you open?
                    How much is a haircut? | What does a haircut cost?
                    Can I cancel my appointment? | How do I cancel my booking?
                    Where are you located? | What is your address?
                    Do you take credit cards? | Do you accept credit cards?
                    Is there parking? | Do you have parking?
                    Do I need an appointment? | Must I book an appointment?
                    Do you deliver to Berlin? | Is delivery to Berlin possible?
                    Can I reschedule my appointment? | How can I move my appointment?
                    """)
    void takesParaphrasesForTheSame(String one, String other) {
        assertThat(same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Do you open on Sunday? | Do you open on Monday?
                    Do you deliver from Berlin? | Do you deliver to Berlin?
                    How much is a haircut for men? | How much is a haircut for women?
                    Can I call you? | Do you have phones?
                    Are you open? | How do I open it?
                    Can I move? | Will you shift it?
                    Do you have a ship? | Is there delivery?
                    """)
    void keepsDifferentQuestionsApart(String one, String other) {
        assertThat(same(one, other)).isFalse();
    }

    private static boolean same(String one, String other) {
        var vectors = MODEL.sentences(List.of(one, other));
        return Asked.of(one).mayMean(Asked.of(other))
                && vectors.getFirst().cosine(vectors.getLast()) >= Overrides.SAME;
    }
}
