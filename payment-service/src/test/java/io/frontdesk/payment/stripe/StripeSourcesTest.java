package io.frontdesk.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Told;
import io.frontdesk.payment.refusal.ProviderRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Stripe's side can start: webhooks and lookup must tell it alike. */
class StripeSourcesTest extends StripeTest {
    @Test
    void tellsEachOfSeveralEqualCaptures() {
        var payment = charged(true);
        var answers = new ArrayList<Fact>();
        answers.addAll(provider.capture(account, movement(payment, THREE), false));
        answers.addAll(provider.capture(account, movement(payment, THREE), false));
        answers.addAll(provider.capture(account, movement(payment, Money.parse("EUR 4")), true));
        assertThat(Told.of(answers)).hasSize(4).isEqualTo(Told.of(found(payment)));
        assertThat(Told.of(told())).isEqualTo(Told.of(answers));
        assertThat(Told.captured(found(payment))).isEqualTo(TEN);
        assertThat(found(payment))
                .filteredOn(Fact.FeeTaken.class::isInstance)
                .extracting(Fact::identity)
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatIsCapturedByHandOnceNothingCanFollow() {
        var payment = charged(true);
        provider.capture(account, movement(payment, THREE), false);
        stripe.captureByHand(payment, 500);
        var facts = found(payment);
        assertThat(Told.captured(facts)).isEqualTo(Money.parse("EUR 8.00"));
        assertThat(Told.of(told())).isEqualTo(Told.of(facts));
        assertThat(facts).anyMatch(Fact.Cancelled.class::isInstance);
    }

    @Test
    void tellsThatAnAuthorizationRanOut() {
        var payment = charged(true);
        stripe.expireAuthorization(payment);
        var facts = found(payment);
        assertThat(facts).anyMatch(Fact.Cancelled.class::isInstance);
        assertThat(Told.of(told())).isEqualTo(Told.of(facts));
    }

    @Test
    void tellsARefundThatCameBack() {
        var payment = charged(false);
        var refund = provider.refund(account, movement(payment, THREE), null).getFirst();
        stripe.failRefund(((Fact.Refunded) refund).refundReference());
        var facts = found(payment);
        assertThat(facts)
                .filteredOn(Fact.RefundFailed.class::isInstance)
                .singleElement()
                .extracting("reason")
                .isEqualTo("expired or canceled card");
        assertThat(Told.of(told())).isEqualTo(Told.of(facts));
        provider.refund(account, movement(payment, TEN), null);
        assertThat(Told.of(told())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"won, true", "lost, false"})
    void tellsHowADisputeEnds(String status, boolean won) {
        var payment = charged(false);
        var dispute = stripe.dispute(payment, "needs_response");
        var opened = opened(found(payment));
        assertThat(opened.amount()).isEqualTo(TEN);
        assertThat(opened.fee()).isEqualTo(Money.parse("EUR 20.00"));
        assertThat(opened.reason()).isEqualTo("product not received");
        assertThat(opened.evidenceDueBy()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        stripe.decideDispute(dispute, status);
        var facts = found(payment);
        assertThat(facts)
                .filteredOn(Fact.DisputeClosed.class::isInstance)
                .singleElement()
                .extracting("won")
                .isEqualTo(won);
        assertThat(Told.of(told())).isEqualTo(Told.of(facts));
    }

    @Test
    void answersDisputes() {
        var payment = charged(false);
        var dispute = stripe.dispute(payment, "needs_response");
        var answered = provider.submitEvidence(account, dispute, "Here is the receipt.", "key-1");
        assertThat(Told.of(answered)).containsOnlyKeys("dispute-opened:" + dispute);
        assertThat(stripe.object(dispute).at("/evidence/uncategorized_text").asText())
                .isEqualTo("Here is the receipt.");
        assertThat(stripe.object(dispute).path("status").asText()).isEqualTo("under_review");
        var accepted = provider.accept(account, dispute, "key-2");
        assertThat(accepted)
                .anyMatch(fact -> fact instanceof Fact.DisputeClosed closed && !closed.won());
        assertThat(Told.of(provider.accept(account, dispute, "key-2")))
                .isEqualTo(Told.of(accepted));
        assertThatThrownBy(() -> provider.accept(account, dispute, "key-3"))
                .isInstanceOf(ProviderRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning_needs_response", "warning_closed"})
    void takesAnInquiryForNoDispute(String status) {
        var payment = charged(false);
        stripe.dispute(payment, status);
        assertThat(Told.of(found(payment))).hasSize(1).isEqualTo(Told.of(told()));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card-declined",
        "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient-funds",
        "pm_card_visa_chargeDeclinedLostCard, card-declined",
        "pm_card_chargeDeclinedExpiredCard, expired-card",
        "pm_card_chargeDeclinedProcessingError, processing-error"
    })
    void tellsWhyACardIsDeclined(String method, String code) {
        var facts = charge(order(false, method));
        var failed = (Fact.Failed) facts.getFirst();
        assertThat(failed.failure().code()).isEqualTo(code);
        assertThat(Told.of(told()))
                .isEqualTo(Told.of(facts))
                .isEqualTo(Told.of(found(failed.providerReference())));
    }

    @Test
    void knowsFeeAndDeadlineFromAnswersAndLookups() {
        var captured = (Fact.Captured) charge(order(false, GOOD)).getFirst();
        assertThat(captured.fee()).isEqualTo(Money.parse("EUR 0.39"));
        assertThat(found(captured.providerReference())).containsExactly(captured);
        var authorized = (Fact.Authorized) charge(order(true, GOOD)).getFirst();
        assertThat(authorized.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JPY 500", "KWD 5.120", "ISK 500", "UGX 2000", "USD 0.50", "HUF 175.55"})
    void chargesInEveryKindOfCurrency(String amount) {
        var money = Money.parse(amount);
        var facts = charge(order(money, false, GOOD));
        assertThat(Told.captured(facts)).isEqualTo(money);
        var refund = movement(facts.getFirst().providerReference(), money);
        assertThat(Told.refunded(provider.refund(account, refund, null))).isEqualTo(money);
        assertThat(Told.of(told())).isEqualTo(Told.of(found(refund.providerReference())));
    }

    @Test
    void asksNothingOfStripeForAnAmountThatItCannotTake() {
        for (var amount : List.of("KWD 5.123", "MGA 7.50", "EUR 0.00", "EUR -1.00")) {
            assertThatThrownBy(() -> charge(order(Money.parse(amount), false, GOOD)))
                    .isInstanceOf(ProviderRefused.class);
        }
        assertThat(stripe.requests()).isEmpty();
    }

    private static Fact.DisputeOpened opened(List<Fact> facts) {
        return (Fact.DisputeOpened)
                facts.stream()
                        .filter(Fact.DisputeOpened.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }
}
