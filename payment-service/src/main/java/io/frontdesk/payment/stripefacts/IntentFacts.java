package io.frontdesk.payment.stripefacts;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.PaymentIntent;
import io.frontdesk.payment.fact.Fact;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a payment intent tells. Only what every source returns decides which facts there
 * are; what is there only when expanded (fee, deadline of the authorization) adds detail to them.
 */
public final class IntentFacts {
    /** Reasons that somebody gave on purpose; without one, the attempt was left lying. */
    private static final Set<String> ON_PURPOSE =
            Set.of("requested_by_customer", "duplicate", "fraudulent");

    private IntentFacts() {}

    /**
     * All that the intent tells.
     *
     * @param told when the source spoke, for what the intent itself gives no time of
     */
    public static List<Fact> of(PaymentIntent intent, Instant told) {
        return switch (intent.getStatus()) {
            case "requires_action" -> waiting(intent, told);
            case "requires_payment_method" -> declined(intent, told);
            case "requires_capture", "succeeded" -> moved(intent, told);
            case "canceled" -> ended(intent, told);
            default -> List.of();
        };
    }

    private static List<Fact> waiting(PaymentIntent intent, Instant told) {
        if (Marks.onPage(intent.getMetadata())) {
            return List.of();
        }
        var next = intent.getNextAction();
        var redirect = next == null ? null : next.getRedirectToUrl();
        var url = redirect == null ? null : URI.create(redirect.getUrl());
        return List.of(new Fact.ActionRequired(intent.getId(), told, url));
    }

    /** On a page of Stripe's the payer goes on with another card; of our attempts it is the end. */
    private static List<Fact> declined(PaymentIntent intent, Instant told) {
        return intent.getLastPaymentError() == null || Marks.onPage(intent.getMetadata())
                ? List.of()
                : List.of(failed(intent, told));
    }

    private static List<Fact> moved(PaymentIntent intent, Instant told) {
        var facts = new ArrayList<Fact>();
        if (manual(intent)) {
            facts.add(authorized(intent, told));
        }
        var captures = CaptureLog.of(intent);
        for (var taken : captures) {
            facts.add(
                    new Fact.Captured(
                            intent.getId(),
                            manual(intent) ? told : chargedAt(intent, told),
                            taken.reference(),
                            taken.amount(),
                            captures.size() == 1 ? fee(intent) : null));
        }
        if (!intent.getStatus().equals("requires_capture")
                && CaptureLog.received(intent) < intent.getAmount()) {
            facts.add(new Fact.Cancelled(intent.getId(), told));
        }
        return facts;
    }

    private static List<Fact> ended(PaymentIntent intent, Instant told) {
        if (wasAuthorized(intent)) {
            return moved(intent, told);
        }
        if (Marks.on(Marks.Page.LINK, intent.getMetadata())) {
            return List.of();
        }
        if (intent.getLastPaymentError() != null) {
            return List.of(failed(intent, told));
        }
        return ON_PURPOSE.contains(String.valueOf(intent.getCancellationReason()))
                ? List.of(new Fact.Cancelled(intent.getId(), told))
                : List.of(new Fact.Failed(intent.getId(), told, Declines.ABANDONED));
    }

    private static Fact failed(PaymentIntent intent, Instant told) {
        return new Fact.Failed(intent.getId(), told, Declines.of(intent.getLastPaymentError()));
    }

    private static Fact authorized(PaymentIntent intent, Instant told) {
        return new Fact.Authorized(
                intent.getId(),
                chargedAt(intent, told),
                StripeMoney.money(intent.getAmount(), intent.getCurrency()),
                captureBefore(intent));
    }

    private static boolean wasAuthorized(PaymentIntent intent) {
        return manual(intent)
                && intent.getLatestCharge() != null
                && intent.getLastPaymentError() == null;
    }

    private static boolean manual(PaymentIntent intent) {
        return "manual".equals(intent.getCaptureMethod());
    }

    private static Instant chargedAt(PaymentIntent intent, Instant told) {
        var charge = intent.getLatestChargeObject();
        return charge == null ? told : Instant.ofEpochSecond(charge.getCreated());
    }

    private static @Nullable Instant captureBefore(PaymentIntent intent) {
        var charge = intent.getLatestChargeObject();
        var details = charge == null ? null : charge.getPaymentMethodDetails();
        var card = details == null ? null : details.getCard();
        return card == null || card.getCaptureBefore() == null
                ? null
                : Instant.ofEpochSecond(card.getCaptureBefore());
    }

    private static @Nullable Money fee(PaymentIntent intent) {
        var charge = intent.getLatestChargeObject();
        return charge == null
                ? null
                : fee(charge.getBalanceTransactionObject(), intent.getCurrency());
    }

    /** A fee in another currency than the payment's is left to the book, which is in that one. */
    static @Nullable Money fee(@Nullable BalanceTransaction entry, String currency) {
        return entry == null || entry.getFee() == 0 || !entry.getCurrency().equals(currency)
                ? null
                : StripeMoney.fee(entry.getFee(), currency);
    }
}
