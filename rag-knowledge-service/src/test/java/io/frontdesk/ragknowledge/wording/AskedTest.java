package io.frontdesk.ragknowledge.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Do you open on Sunday? | Are you open on Sundays?
                    Do you open on Sunday? | is it open sunday
                    Are you open on Sundays? | Do you have Sunday opening?
                    What are your opening hours? | When are you open?
                    What are your opening hours? | What time do you open?
                    How much is a haircut? | What does a haircut cost?
                    How much is a haircut? | What's the price of a haircut?
                    Can I cancel my appointment? | How do I cancel my booking?
                    Can I cancel my appointment? | Is it possible to cancel an appointment?
                    Where are you located? | What is your address?
                    Do you take credit cards? | Do you accept credit cards?
                    Is there parking? | Do you have parking?
                    How long does a root canal take? | What is the duration of a root canal?
                    Do I need an appointment? | Must I book an appointment?
                    Do you treat children? | Do you treat kids?
                    Do you deliver to Berlin? | Is delivery to Berlin possible?
                    Who owns the salon? | Who is the owner of the salon?
                    What is your cancellation policy? | Tell me about your cancellation policy please
                    Do you have vegan dishes? | Are there any vegan dishes?
                    Is the restaurant wheelchair accessible? | Is it accessible to wheelchairs, your restaurant?
                    Can I reschedule my appointment? | How can I move my appointment?
                    Do you repair phones? | Can you repair my phone?
                    What is the restaurant's policy? | what is the restuarant's policy
                    """)
    void findsParaphrases(String one, String other) {
        assertThat(Asked.of(one).mayMean(Asked.of(other))).isTrue();
        assertThat(Asked.of(other).mayMean(Asked.of(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Do you open on Sunday? | Do you open on Monday?
                    Do you open on Sunday? | Do you close on Sunday?
                    Do you open on Sunday? | Don't you open on Sunday?
                    Do you open on Sunday? | Do you open on Sunday morning?
                    How much is a haircut? | How much is a haircut for children?
                    How much is a haircut for men? | How much is a haircut for women?
                    How much is a haircut? | How long does a haircut take?
                    Can I cancel my appointment? | Can I reschedule my appointment?
                    Do you have vegan dishes? | Do you have vegetarian dishes?
                    Is parking free? | Is there parking?
                    Do you accept credit cards? | Do you accept gift cards?
                    Do I need an appointment? | Can I get an appointment?
                    What happens if I cancel within 24 hours? | What happens if I cancel within 48 hours?
                    Do you deliver to Berlin? | Do you deliver to Hamburg?
                    When do you open? | When do you close?
                    Can I bring my dog? | Can I bring my cat?
                    Who is the owner? | Where is the owner?
                    Do you have a table for two? | Do you have a table for four?
                    Do you deliver from Berlin? | Do you deliver to Berlin?
                    Can I pay before the appointment? | Can I pay after the appointment?
                    Do you treat adults with braces? | Do you treat adults without braces?
                    Is the dentist open today? | Is the dentist open tomorrow?
                    How old must I be? | How old can I be?
                    Do you? | Are you?
                    """)
    void keepsDifferentQuestionsApart(String one, String other) {
        assertThat(Asked.of(one).mayMean(Asked.of(other))).isFalse();
        assertThat(Asked.of(other).mayMean(Asked.of(one))).isFalse();
    }

    @Test
    void takesTheSameTextForTheSame() {
        var form = Asked.of("Do you open on Sunday?").form();
        assertThat(Asked.of("  do YOU open,\non Sunday ").form()).isEqualTo(form);
        assertThat(Asked.of("Is it 1.5?").form()).isNotEqualTo(Asked.of("Is it 15?").form());
        assertThat(Asked.of("Is it 5 %?").form()).isNotEqualTo(Asked.of("Is it 5 €?").form());
        assertThat(Asked.of("🙂").form()).isNotEqualTo(Asked.of("🙁").form());
        assertThat(Asked.of("").form()).isEmpty();
        assertThat(Asked.of("日曜日は営業していますか").form()).isEqualTo("日曜日は営業していますか");
    }
}
