package io.frontdesk.ragknowledge.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.agreement.Disagreements.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisagreementsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does a cleaning cost?|A cleaning costs 95 EUR.|We charge €110 for a cleaning.",
                "What does a cleaning cost?|The front desk says a cleaning is 95.00 EUR."
                        + "|The price list puts a cleaning at 110,00 EUR.",
                "What does a cleaning cost?|A cleaning costs 95 EUR and whitening 250 EUR."
                        + "|A cleaning costs 110 EUR and whitening 250 EUR.",
                "What does the first visit cost?|The first visit is free of charge."
                        + "|The first visit costs 30 EUR.",
                "When do you open?|We are open from 9:00 to 17:00.|We are open from 9 am to 6 pm.",
                "When do you open on Monday?|Monday to Friday we are open from 8:00 to 17:00."
                        + "|On Mondays we are open until 18:00.",
                "What is your phone number?|Call the practice at +49 30 1234567."
                        + "|The practice can be reached at 030 7654321.",
                "How long does a cleaning take?|A cleaning takes 45 minutes."
                        + "|A cleaning takes one hour.",
                "What is the deposit?|The deposit is 20 % of the price.|The deposit is 30 percent.",
                "When is the summer party?|The summer party is on 12 June."
                        + "|The summer party takes place on June 14.",
                "Can I park?|There is parking behind the building."
                        + "|There is no parking at the building.",
                "can I bring a dog?|You can bring your dog.|You cannot bring a dog.",
                "Was kostet eine Zahnreinigung?|Die Zahnreinigung kostet 95 Euro."
                        + "|Eine Zahnreinigung kostet 110 Euro.",
            })
    void seesThatBothCannotBeTrue(String question, String one, String other) {
        assertThat(between(question, one, other)).isTrue();
        assertThat(between(question, other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does a cleaning cost?|A cleaning costs 95 EUR.|We charge €95.00 for a cleaning.",
                "What does a cleaning cost?|A cleaning costs 95 EUR."
                        + "|A cleaning costs 95 EUR and whitening 250 EUR.",
                "What does a ticket cost?|An adult pays 10 EUR for a ticket."
                        + "|A ticket for children costs 5 EUR.",
                "When do you open?|Monday to Friday we are open from 8:00 to 17:00."
                        + "|On Saturday we are open from 9:00 to 12:00.",
                "When do you open?|We are open from 9:00 to 17:00.|We are open from 9 am to 5 p.m.",
                "What is your phone number?|Call us at +49 30 1234567.|Our number is (030) 123-4567.",
                "How long does a cleaning take?|A cleaning takes 60 minutes."
                        + "|A cleaning takes one hour.",
                "What does a cleaning cost?|A cleaning costs 95 EUR.|A cleaning takes 45 minutes.",
                "What does a cleaning cost?|A cleaning costs 1,200 EUR."
                        + "|A cleaning costs 1.200,00 EUR.",
                "Can I park?|There is parking behind the building."
                        + "|Parking behind the building is possible.",
                "What does a cleaning cost and can I park?|A cleaning costs 95 EUR."
                        + "|Parking costs 2 EUR per hour.",
            })
    void seesThatBothCanBeTrue(String question, String one, String other) {
        assertThat(between(question, one, other)).isFalse();
        assertThat(between(question, other, one)).isFalse();
    }

    private static boolean between(String question, String one, String other) {
        return Disagreements.between(question, new Statement(one, ""), new Statement(other, ""));
    }
}
