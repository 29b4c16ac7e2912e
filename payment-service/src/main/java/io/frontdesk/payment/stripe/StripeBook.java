package io.frontdesk.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.BalancePage;
import io.frontdesk.payment.provider.BalancePage.Line;
import io.frontdesk.payment.stripefacts.CaptureLog;
import io.frontdesk.payment.stripefacts.Marks;
import io.frontdesk.payment.stripefacts.StripeMoney;
import io.frontdesk.payment.stripewire.StripeCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stripe's own book, its balance transactions. Stripe lists them newest first and cannot be asked
 * to begin with the oldest, so a page is a day of them turned round; a cursor is where the next day
 * begins.
 */
@Component
final class StripeBook {
    private static final Duration PAGE = Duration.ofDays(1);
    private static final long AT_ONCE = 100;

    private final StripeCalls calls;

    StripeBook(StripeCalls calls) {
        this.calls = calls;
    }

    BalancePage page(Account account, Instant from, Instant to, @Nullable String cursor) {
        var start = cursor == null ? from : Instant.parse(cursor);
        var end = start.plus(PAGE).isBefore(to) ? start.plus(PAGE) : to;
        var lines = new ArrayList<Line>();
        for (var entry : entries(account, start, end).reversed()) {
            lines.add(line(account, entry));
        }
        return new BalancePage(lines, end.isBefore(to) ? end.toString() : null);
    }

    /**
     * Stripe's times are whole seconds: one belongs to a span that begins in the midst of it not.
     */
    private List<BalanceTransaction> entries(Account account, Instant start, Instant end) {
        var created =
                BalanceTransactionListParams.Created.builder()
                        .setGte(secondAtOrAfter(start))
                        .setLt(secondAtOrAfter(end))
                        .build();
        return list(
                account,
                BalanceTransactionListParams.builder()
                        .setCreated(created)
                        .setLimit(AT_ONCE)
                        .addExpand("data.source")
                        .build());
    }

    private List<BalanceTransaction> list(Account account, BalanceTransactionListParams params) {
        return calls.read(
                account,
                (stripe, options) -> {
                    var entries = new ArrayList<BalanceTransaction>();
                    stripe.balanceTransactions()
                            .list(params, options)
                            .autoPagingIterable()
                            .forEach(entries::add);
                    return entries;
                });
    }

    private Line line(Account account, BalanceTransaction entry) {
        var currency = entry.getCurrency();
        var subject = subject(account, entry);
        return new Line(
                entry.getId(),
                Instant.ofEpochSecond(entry.getCreated()),
                entry.getType(),
                StripeMoney.money(entry.getAmount(), currency),
                StripeMoney.fee(entry.getFee(), currency),
                subject.payment(),
                subject.fact());
    }

    private record Subject(@Nullable String payment, @Nullable String fact) {}

    private Subject subject(Account account, BalanceTransaction entry) {
        return switch (entry.getSourceObject()) {
            case Charge charge when charge.getPaymentIntent() != null ->
                    new Subject(charge.getPaymentIntent(), captured(account, entry, charge));
            case Refund refund when refund.getPaymentIntent() != null ->
                    new Subject(
                            refund.getPaymentIntent(),
                            (entry.getAmount() < 0 ? "refunded:" : "refund-failed:")
                                    + refund.getId());
            case Dispute dispute when dispute.getPaymentIntent() != null ->
                    new Subject(
                            dispute.getPaymentIntent(),
                            (entry.getAmount() < 0 ? "dispute-opened:" : "dispute-closed:")
                                    + dispute.getId());
            case null, default -> new Subject(null, null);
        };
    }

    /** Null where Stripe's entries and the payment's captures do not match one to one. */
    private @Nullable String captured(Account account, BalanceTransaction entry, Charge charge) {
        if (!Marks.manual(charge.getMetadata())) {
            return "captured:" + charge.getId();
        }
        var intent =
                calls.read(
                        account,
                        (stripe, options) ->
                                stripe.paymentIntents()
                                        .retrieve(charge.getPaymentIntent(), options));
        return matched(account, intent).entrySet().stream()
                .filter(match -> match.getKey().getId().equals(entry.getId()))
                .map(match -> "captured:" + match.getValue().reference())
                .findFirst()
                .orElse(null);
    }

    /** The fees of a payment's captures, as far as they are in the payment's own currency. */
    List<Fact> fees(Account account, PaymentIntent intent) {
        return matched(account, intent).entrySet().stream()
                .filter(match -> match.getKey().getCurrency().equals(intent.getCurrency()))
                .filter(match -> match.getKey().getFee() != 0)
                .<Fact>map(match -> fee(intent, match.getKey(), match.getValue()))
                .toList();
    }

    private static Fact fee(
            PaymentIntent intent, BalanceTransaction entry, CaptureLog.Taken capture) {
        return new Fact.FeeTaken(
                intent.getId(),
                Instant.ofEpochSecond(entry.getCreated()),
                capture.reference(),
                StripeMoney.fee(entry.getFee(), entry.getCurrency()));
    }

    /**
     * Which entry is which capture's. An entry does not name it, but has its amount, and among
     * captures of equal amounts it is all the same which is which, as long as no two entries are
     * taken for one. An only entry needs no amount, which may be in the account's currency.
     */
    private Map<BalanceTransaction, CaptureLog.Taken> matched(
            Account account, PaymentIntent intent) {
        var entries = new ArrayList<>(entries(account, intent.getLatestCharge()));
        var captures = CaptureLog.of(intent);
        var matched = new HashMap<BalanceTransaction, CaptureLog.Taken>();
        if (entries.size() == 1 && captures.size() == 1) {
            matched.put(entries.getFirst(), captures.getFirst());
            return matched;
        }
        for (var capture : captures) {
            entries.stream()
                    .filter(entry -> is(entry, capture))
                    .findFirst()
                    .ifPresent(entry -> {
                        entries.remove(entry);
                        matched.put(entry, capture);
                    });
        }
        return matched;
    }

    private static boolean is(BalanceTransaction entry, CaptureLog.Taken capture) {
        return StripeMoney.money(entry.getAmount(), entry.getCurrency()).equals(capture.amount());
    }

    private List<BalanceTransaction> entries(Account account, String charge) {
        return list(
                        account,
                        BalanceTransactionListParams.builder()
                                .setSource(charge)
                                .setLimit(AT_ONCE)
                                .build())
                .stream()
                .sorted(
                        Comparator.comparing(BalanceTransaction::getCreated)
                                .thenComparing(BalanceTransaction::getId))
                .toList();
    }

    private static long secondAtOrAfter(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }
}
