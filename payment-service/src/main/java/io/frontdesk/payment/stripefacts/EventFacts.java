package io.frontdesk.payment.stripefacts;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an event tells, read from the object that it carries and nothing else, so that reading it
 * again later tells the same. An endpoint needs the kinds {@code payment_intent.*}, {@code
 * refund.*}, {@code charge.dispute.*} and {@code checkout.session.*}; those of {@code charge.*}
 * repeat them in part.
 */
final class EventFacts {
    private static final Set<String> MEANT =
            Set.of("payment_intent", "charge", "refund", "dispute", "checkout.session");

    private EventFacts() {}

    static Notice of(Event event) {
        var data = event.getDataObjectDeserializer();
        if (!MEANT.contains(kind(data.getRawJson()))) {
            return new Notice(event.getId(), event.getType(), null, List.of());
        }
        // The endpoint may speak an older version than this library: what we read has kept its name
        // since 2022-11-15, and before that one field was elsewhere.
        var object = data.deserializeUnsafeWith((json, version, type) -> renewed(json));
        var told = Instant.ofEpochSecond(event.getCreated());
        return new Notice(
                event.getId(),
                event.getType(),
                paymentId(object).orElse(null),
                facts(event.getType(), object, told));
    }

    private static List<Fact> facts(String type, StripeObject object, Instant told) {
        return switch (object) {
            case PaymentIntent intent -> IntentFacts.of(intent, told);
            case Refund refund -> RefundFacts.of(refund, told);
            case Dispute dispute -> DisputeFacts.of(dispute, told);
            case Charge charge -> charged(charge, told);
            case Session session -> paged(type, session, told);
            default -> List.of();
        };
    }

    /** A charge does not carry the marks of its captures, so of manual ones its intent tells. */
    private static List<Fact> charged(Charge charge, Instant told) {
        var ours = Marks.paymentId(charge.getMetadata()).isPresent();
        var payment = charge.getPaymentIntent();
        if (!ours || payment == null || !"succeeded".equals(charge.getStatus())) {
            return List.of();
        }
        var refunds = charge.getRefunds();
        if (refunds != null && refunds.getData() != null && !refunds.getData().isEmpty()) {
            return refunds.getData().stream()
                    .flatMap(refund -> RefundFacts.of(refund, told).stream())
                    .toList();
        }
        if (!charge.getCaptured() || Marks.manual(charge.getMetadata())) {
            return List.of();
        }
        return List.of(
                new Fact.Captured(
                        payment,
                        Instant.ofEpochSecond(charge.getCreated()),
                        charge.getId(),
                        StripeMoney.money(charge.getAmountCaptured(), charge.getCurrency()),
                        IntentFacts.fee(
                                charge.getBalanceTransactionObject(), charge.getCurrency())));
    }

    /** What was paid on a page is told by its intent; that nothing was, by the page alone. */
    private static List<Fact> paged(String type, Session session, Instant told) {
        return switch (type) {
            case "checkout.session.expired" -> unpaid(session, told);
            case "checkout.session.async_payment_failed" ->
                    session.getPaymentIntent() == null
                            ? List.of()
                            : List.of(
                                    new Fact.Failed(
                                            session.getPaymentIntent(),
                                            told,
                                            Declines.NOT_PROCESSED));
            default -> List.of();
        };
    }

    /** The end of one visit to a link leaves the link open; a page of its own ends with it. */
    private static List<Fact> unpaid(Session session, Instant told) {
        if (session.getPaymentLink() != null || Marks.paymentId(session.getMetadata()).isEmpty()) {
            return List.of();
        }
        var intent = session.getPaymentIntent();
        var reference = intent == null ? session.getId() : intent;
        return List.of(new Fact.Failed(reference, told, Declines.ABANDONED));
    }

    private static Optional<UUID> paymentId(StripeObject object) {
        return Marks.paymentId(
                switch (object) {
                    case PaymentIntent intent -> intent.getMetadata();
                    case Charge charge -> charge.getMetadata();
                    case Session session -> session.getMetadata();
                    default -> null;
                });
    }

    private static String kind(String json) {
        var object = JsonParser.parseString(json).getAsJsonObject().get("object");
        return object == null || !object.isJsonPrimitive() ? "" : object.getAsString();
    }

    private static JsonObject renewed(JsonObject json) {
        var charges = json.get("charges");
        if (!json.has("latest_charge") && charges != null && charges.isJsonObject()) {
            var list = charges.getAsJsonObject().getAsJsonArray("data");
            if (!list.isEmpty()) {
                json.add("latest_charge", list.get(0).getAsJsonObject().get("id"));
            }
        }
        return json;
    }
}
