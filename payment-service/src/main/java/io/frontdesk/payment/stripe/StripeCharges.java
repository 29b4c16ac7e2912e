package io.frontdesk.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestMulticapture;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.provider.Movement;
import io.frontdesk.payment.stripefacts.IntentFacts;
import io.frontdesk.payment.stripefacts.Marks;
import io.frontdesk.payment.stripefacts.RefundFacts;
import io.frontdesk.payment.stripefacts.StripeMoney;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeErrors;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves money. What a request says depends on nothing but its arguments, so that the same key
 * always comes with the same request, as Stripe demands. It may forget a key after a day: what is
 * older is looked up, not asked again.
 */
@Component
final class StripeCharges {
    static final String CHARGE_AND_FEE = "latest_charge.balance_transaction";
    private static final int DESCRIPTOR = 22;
    private static final int NOTE = 500;

    private final StripeCalls calls;
    private final Clock clock;

    StripeCharges(StripeCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    List<Fact> charge(Account account, Charge charge) {
        var params = params(account, charge);
        return facts(
                calls.ask(
                        account,
                        charge.key(),
                        (stripe, options) -> stripe.paymentIntents().create(params, options),
                        StripeCharges::declined));
    }

    /** A decline comes as an error that carries the attempt, which tells why it failed. */
    private static PaymentIntent declined(StripeException error) {
        var told = error.getStripeError();
        if (told == null || told.getPaymentIntent() == null) {
            throw StripeErrors.of(error);
        }
        return told.getPaymentIntent();
    }

    /**
     * Looks first, for a capture that left its mark was done, even if Stripe forgot its key, and
     * one that takes all that is left is the last, whatever was asked.
     */
    List<Fact> capture(Account account, Movement capture, boolean last) {
        var units = StripeMoney.units(capture.amount());
        var mark = Marks.taken(capture.key(), units);
        var before = intent(account, capture.providerReference());
        if (before.getMetadata().entrySet().containsAll(mark.entrySet())) {
            return facts(before);
        }
        var params =
                PaymentIntentCaptureParams.builder()
                        .setAmountToCapture(units)
                        .putAllMetadata(mark)
                        .addExpand(CHARGE_AND_FEE);
        if (!last && units < before.getAmountCapturable()) {
            // Refused where an account, or a card, allows one capture only; others do without it.
            params.setFinalCapture(false);
        }
        return facts(
                calls.ask(
                        account,
                        capture.key(),
                        (stripe, options) ->
                                stripe.paymentIntents()
                                        .capture(
                                                capture.providerReference(),
                                                params.build(),
                                                options)));
    }

    private PaymentIntent intent(Account account, String reference) {
        var params = PaymentIntentRetrieveParams.builder().addExpand(CHARGE_AND_FEE).build();
        return calls.read(
                account,
                (stripe, options) -> stripe.paymentIntents().retrieve(reference, params, options));
    }

    List<Fact> cancel(Account account, String reference, String key) {
        var params =
                PaymentIntentCancelParams.builder()
                        .setCancellationReason(
                                PaymentIntentCancelParams.CancellationReason.REQUESTED_BY_CUSTOMER)
                        .addExpand(CHARGE_AND_FEE)
                        .build();
        return facts(
                calls.ask(
                        account,
                        key,
                        (stripe, options) ->
                                stripe.paymentIntents().cancel(reference, params, options)));
    }

    /** The reason is for people and may be any text, so it is kept beside Stripe's three words. */
    List<Fact> refund(Account account, Movement refund, @Nullable String reason) {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(refund.providerReference())
                        .setAmount(StripeMoney.units(refund.amount()));
        if (reason != null && !reason.isBlank()) {
            params.putMetadata("reason", cut(reason, NOTE));
        }
        var made =
                calls.ask(
                        account,
                        refund.key(),
                        (stripe, options) -> stripe.refunds().create(params.build(), options));
        return RefundFacts.of(made, clock.instant());
    }

    private List<Fact> facts(PaymentIntent intent) {
        return IntentFacts.of(intent, clock.instant());
    }

    private static PaymentIntentCreateParams params(Account account, Charge charge) {
        var money = charge.amount();
        var params =
                PaymentIntentCreateParams.builder()
                        .setAmount(StripeMoney.units(money))
                        .setCurrency(money.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT))
                        .setPaymentMethod(charge.paymentMethod())
                        .setConfirm(true)
                        .setCustomer(charge.customer())
                        .setDescription(charge.description())
                        .setReturnUrl(charge.returnUrl())
                        .setAutomaticPaymentMethods(methods(charge.returnUrl()))
                        .putAllMetadata(marks(charge))
                        .addExpand(CHARGE_AND_FEE);
        descriptor(account).ifPresent(params::setStatementDescriptorSuffix);
        if (charge.manualCapture()) {
            params.setCaptureMethod(CaptureMethod.MANUAL).setPaymentMethodOptions(several());
        } else {
            params.setCaptureMethod(CaptureMethod.AUTOMATIC);
        }
        return params.build();
    }

    private static Map<String, String> marks(Charge charge) {
        return Marks.of(charge.paymentId(), charge.manualCapture(), null, charge.metadata());
    }

    /** Without an address to come back to, nothing that leads the payer away can be used. */
    private static AutomaticPaymentMethods methods(@Nullable String returnUrl) {
        return AutomaticPaymentMethods.builder()
                .setEnabled(true)
                .setAllowRedirects(returnUrl == null ? AllowRedirects.NEVER : AllowRedirects.ALWAYS)
                .build();
    }

    private static PaymentMethodOptions several() {
        return PaymentMethodOptions.builder()
                .setCard(
                        PaymentMethodOptions.Card.builder()
                                .setRequestMulticapture(RequestMulticapture.IF_AVAILABLE)
                                .build())
                .build();
    }

    /** Stripe wants 1–22 characters with a letter among them, and none of {@code < > \ ' " *}. */
    private static Optional<String> descriptor(Account account) {
        return Optional.ofNullable(account.statementDescriptor())
                .map(text ->
                        cut(
                                text.replaceAll("[^\\p{ASCII}]|[<>\\\\'\"*\\p{Cntrl}]", ""),
                                DESCRIPTOR))
                .map(String::strip)
                .filter(text -> text.matches(".*[A-Za-z].*"));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
