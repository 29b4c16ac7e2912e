package io.frontdesk.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.stripefacts.CaptureLog;
import io.frontdesk.payment.stripefacts.Declines;
import io.frontdesk.payment.stripefacts.DisputeFacts;
import io.frontdesk.payment.stripefacts.IntentFacts;
import io.frontdesk.payment.stripefacts.Marks;
import io.frontdesk.payment.stripefacts.RefundFacts;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeErrors;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Finds a payment at Stripe. Without a reference it goes through the list of what was created since
 * we first asked, newest first, and looks for our payment's id: a list shows what was created
 * before it, while Stripe's search may lag a minute or more behind, and a payment that is not found
 * is taken as never made.
 */
@Component
final class StripeLookup {
    private static final long PAGE = 100;
    private static final Set<String> MOVED = Set.of("requires_capture", "succeeded", "processing");
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final StripeCalls calls;
    private final StripeBook book;
    private final Clock clock;

    StripeLookup(StripeCalls calls, StripeBook book, Clock clock) {
        this.calls = calls;
        this.book = book;
        this.clock = clock;
    }

    Optional<List<Fact>> find(Account account, Lookup lookup) {
        var reference = lookup.providerReference();
        if (reference == null) {
            return byPaymentId(account, lookup).map(found -> facts(account, found));
        }
        if (StripePages.isSession(reference)) {
            return session(account, reference).map(page -> facts(account, page));
        }
        if (StripePages.isLink(reference)) {
            var visits =
                    SessionListParams.builder().setPaymentLink(reference).setLimit(PAGE).build();
            return Optional.of(
                    completed(account, visits).map(page -> facts(account, page)).orElse(List.of()));
        }
        return byId(account, reference).map(found -> facts(account, found));
    }

    private List<Fact> facts(Account account, Session page) {
        if (page.getPaymentIntent() != null) {
            return byId(account, page.getPaymentIntent())
                    .map(intent -> facts(account, intent))
                    .orElse(List.of());
        }
        return page.getStatus().equals("expired")
                ? List.of(StripePages.abandoned(page, clock.instant()))
                : List.of();
    }

    private List<Fact> facts(Account account, PaymentIntent intent) {
        var told = clock.instant();
        var facts = new ArrayList<>(IntentFacts.of(intent, told));
        if (Objects.requireNonNullElse(intent.getAmountReceived(), 0L) > 0) {
            facts.addAll(refunds(account, intent.getId()));
        }
        if (CaptureLog.of(intent).size() > 1) {
            facts.addAll(book.fees(account, intent));
        }
        var charge = intent.getLatestChargeObject();
        if (charge != null && Boolean.TRUE.equals(charge.getDisputed())) {
            facts.addAll(disputes(account, intent.getId()));
        }
        if (facts.isEmpty() && failedLater(account, intent)) {
            facts.add(new Fact.Failed(intent.getId(), told, Declines.NOT_PROCESSED));
        }
        return List.copyOf(facts);
    }

    /** On a page a failure is the end only if the payer was done there, as with a bank debit. */
    private boolean failedLater(Account account, PaymentIntent intent) {
        if (!Marks.onPage(intent.getMetadata())
                || !intent.getStatus().equals("requires_payment_method")) {
            return false;
        }
        var visits = SessionListParams.builder().setPaymentIntent(intent.getId()).build();
        return completed(account, visits).isPresent();
    }

    private Optional<PaymentIntent> byId(Account account, String reference) {
        var params =
                PaymentIntentRetrieveParams.builder()
                        .addExpand(StripeCharges.CHARGE_AND_FEE)
                        .build();
        return calls.find(
                account,
                StripeErrors::notFound,
                (stripe, options) -> stripe.paymentIntents().retrieve(reference, params, options));
    }

    private Optional<PaymentIntent> byPaymentId(Account account, Lookup lookup) {
        var since = lookup.since().minus(CLOCKS_APART).getEpochSecond();
        var params =
                PaymentIntentListParams.builder()
                        .setCreated(PaymentIntentListParams.Created.builder().setGte(since).build())
                        .setLimit(PAGE)
                        .addExpand("data." + StripeCharges.CHARGE_AND_FEE)
                        .build();
        return calls.read(
                account,
                (stripe, options) ->
                        first(
                                stripe.paymentIntents().list(params, options).autoPagingIterable(),
                                lookup.paymentId()));
    }

    /** The one; of several visits to a page, the one that took or reserved something. */
    private static Optional<PaymentIntent> first(Iterable<PaymentIntent> intents, UUID payment) {
        Optional<PaymentIntent> visit = Optional.empty();
        for (var intent : intents) {
            if (Marks.paymentId(intent.getMetadata()).filter(payment::equals).isEmpty()) {
                continue;
            }
            visit = Optional.of(intent);
            if (!Marks.onPage(intent.getMetadata()) || MOVED.contains(intent.getStatus())) {
                return visit;
            }
        }
        return visit;
    }

    private Optional<Session> session(Account account, String reference) {
        return calls.find(
                account,
                StripeErrors::notFound,
                (stripe, options) -> stripe.checkout().sessions().retrieve(reference, options));
    }

    /** Of several visits to a page, the one in which somebody paid. */
    private Optional<Session> completed(Account account, SessionListParams visits) {
        return calls.read(
                account,
                (stripe, options) ->
                        StreamSupport.stream(
                                        stripe.checkout()
                                                .sessions()
                                                .list(visits, options)
                                                .autoPagingIterable()
                                                .spliterator(),
                                        false)
                                .filter(visit -> "complete".equals(visit.getStatus()))
                                .findFirst());
    }

    private List<Fact> refunds(Account account, String intent) {
        var params = RefundListParams.builder().setPaymentIntent(intent).setLimit(PAGE).build();
        var facts = new ArrayList<Fact>();
        return calls.read(
                account,
                (stripe, options) -> {
                    for (var refund : stripe.refunds().list(params, options).autoPagingIterable()) {
                        facts.addAll(RefundFacts.of(refund, clock.instant()));
                    }
                    return facts;
                });
    }

    private List<Fact> disputes(Account account, String intent) {
        var params = DisputeListParams.builder().setPaymentIntent(intent).setLimit(PAGE).build();
        var facts = new ArrayList<Fact>();
        return calls.read(
                account,
                (stripe, options) -> {
                    for (var dispute :
                            stripe.disputes().list(params, options).autoPagingIterable()) {
                        facts.addAll(DisputeFacts.of(dispute, clock.instant()));
                    }
                    return facts;
                });
    }
}
