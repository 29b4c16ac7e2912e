package io.frontdesk.payment.stripefacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.StripeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclinesTest {
    @ParameterizedTest
    @CsvSource({
        "card_declined, generic_decline, card-declined",
        "card_declined, insufficient_funds, insufficient-funds",
        "card_declined, expired_card, expired-card",
        "expired_card, , expired-card",
        "card_declined, authentication_required, authentication-failed",
        "payment_intent_authentication_failure, , authentication-failed",
        "processing_error, , processing-error",
        "card_declined, try_again_later, processing-error",
        "payment_intent_payment_attempt_expired, , abandoned",
        "something_new, , card-declined",
        "card_declined, something_new, card-declined"
    })
    void speaksOurFewWords(String code, String declineCode, String ours) {
        assertThat(Declines.of(error(code, declineCode)).code()).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost_card",
                "stolen_card",
                "fraudulent",
                "pickup_card",
                "merchant_blacklist"
            })
    void tellsNobodyWhatTheBankSuspects(String declineCode) {
        var failure = Declines.of(error("card_declined", declineCode));
        assertThat(failure).isEqualTo(Declines.of(error("card_declined", "generic_decline")));
    }

    @Test
    void callsAbandonedWhatHasNoError() {
        assertThat(Declines.of(null).code()).isEqualTo("abandoned");
    }

    private static StripeError error(String code, String declineCode) {
        var error = new StripeError();
        error.setCode(code);
        error.setDeclineCode(declineCode);
        return error;
    }
}
