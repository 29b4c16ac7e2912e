package io.frontdesk.payment.stripefacts;

import com.stripe.model.PaymentIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Which captures a payment at Stripe has had. Stripe keeps one charge and the sum captured of it,
 * so a capture of ours is known by the mark that it left. What was captured without a mark, by
 * automatic capture or by hand in Stripe's dashboard, is told as one under the charge's own id, and
 * only when nothing more can follow: until then its amount might still grow.
 */
public final class CaptureLog {
    /** A capture, by a reference that is the same whenever it is read. */
    public record Taken(String reference, Money amount) {}

    private CaptureLog() {}

    public static List<Taken> of(PaymentIntent intent) {
        var charge = intent.getLatestCharge();
        var currency = intent.getCurrency();
        var log = new ArrayList<Taken>();
        if (charge == null) {
            return log;
        }
        var marked = Marks.taken(intent.getMetadata());
        marked.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        new Taken(
                                charge + "/" + entry.getKey(),
                                StripeMoney.money(entry.getValue(), currency)))
                .forEach(log::add);
        var rest = received(intent) - marked.values().stream().mapToLong(Long::longValue).sum();
        if (rest > 0 && !intent.getStatus().equals("requires_capture")) {
            log.add(new Taken(charge, StripeMoney.money(rest, currency)));
        }
        return log;
    }

    static long received(PaymentIntent intent) {
        return Objects.requireNonNullElse(intent.getAmountReceived(), 0L);
    }
}
