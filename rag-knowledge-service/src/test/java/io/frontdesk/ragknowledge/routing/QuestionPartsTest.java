package io.frontdesk.ragknowledge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionPartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does a cleaning cost and can I park?|What does a cleaning cost|can I park?",
                "What does a cleaning cost? Can I park there?"
                        + "|What does a cleaning cost?|Can I park there?",
                "When do you open, and is parking free?|When do you open|is parking free?",
                "Was kostet eine Zahnreinigung und gibt es Parkplätze?"
                        + "|Was kostet eine Zahnreinigung|gibt es Parkplätze?",
                "How do I book and what happens when I cancel?"
                        + "|How do I book|what happens when I cancel?",
            })
    void takesApartWhatAsksTwoThings(String question, String first, String second) {
        assertThat(QuestionParts.of(question)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do cleaning and whitening cost?",
                "What does a cleaning cost and how long does it take?",
                "Which treatments hurt and are painful?",
                "Do you treat cats and dogs?",
                "Can I bring my dog and my cat?",
                "年休は何日ありますか",
                "cleaning",
                "???",
            })
    void leavesTogetherWhatBelongsTogether(String question) {
        assertThat(QuestionParts.of(question)).containsExactly(question);
    }

    @Test
    void losesNoWordOfAQuestionWithVeryManyParts() {
        var parts = QuestionParts.of("What does tooth number seven cost? ".repeat(40));
        assertThat(parts).hasSizeLessThanOrEqualTo(5);
        assertThat(String.join(" ", parts).split(" ", -1)).hasSize(240);
    }

    @Test
    void keepsWhatIsSaidBeforeAQuestionWithIt() {
        assertThat(QuestionParts.of("I have a toothache. Do you take emergencies?"))
                .isEqualTo(List.of("I have a toothache. Do you take emergencies?"));
    }
}
