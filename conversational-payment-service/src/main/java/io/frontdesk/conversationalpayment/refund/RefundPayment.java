package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.Relay;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.policy.PolicyUnreadable;
import io.frontdesk.conversationalpayment.policy.RefundRules;
import io.frontdesk.conversationalpayment.recorded.PaymentNotFound;
import io.frontdesk.conversationalpayment.recorded.RecordedPayment;
import io.frontdesk.conversationalpayment.recorded.RecordedPayments;
import io.frontdesk.starter.identity.Identity;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.JsonNode;

/** Checks a refund against the rules under a lock, writes it down, then has it made. */
@Component
@ImportHttpServices(group = "payment-service", types = RefundExchange.class)
class RefundPayment {
    private final RecordedPayments payments;
    private final RefundIntents intents;
    private final RefundExchange exchange;
    private final Relay relay;
    private final Policies policies;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final IdGenerator ids;
    private final Clock clock;

    RefundPayment(
            RecordedPayments payments,
            RefundIntents intents,
            RefundExchange exchange,
            Relay relay,
            Policies policies,
            AuditTrail audit,
            TransactionTemplate transactions,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.intents = intents;
        this.exchange = exchange;
        this.relay = relay;
        this.policies = policies;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    JsonNode refund(UUID payment, NewRefund wanted, Identity caller, String key) {
        var callKey = caller.subject() + "/" + key;
        RefundIntents.Begun begun;
        try {
            begun =
                    Objects.requireNonNull(
                            transactions.execute(_ -> begin(payment, wanted, caller, callKey)));
        } catch (RefundRefused | PolicyUnreadable refused) {
            audit.add("refund-refused", payment, Map.of("reason", "" + refused.getMessage()));
            throw refused;
        }
        try {
            var order = new RefundExchange.Order(begun.amount(), PlainText.line(wanted.reason()));
            var answer =
                    relay.relayed(() -> exchange.refund(begun.id().toString(), payment, order));
            intents.end(begun.id(), true);
            return answer;
        } catch (ErrorResponseException refused) {
            intents.end(begun.id(), false);
            audit.add("refund-failed", payment, Map.of("status", refused.getStatusCode().value()));
            throw refused;
        }
    }

    private RefundIntents.Begun begin(UUID id, NewRefund wanted, Identity caller, String callKey) {
        var again = intents.find(callKey);
        if (again.isPresent()) {
            if (!again.get().payment().equals(id)) {
                throw new RefundRefused("This key was used for a refund of another payment.");
            }
            return again.get();
        }
        var policy = policies.current();
        var payment = payments.lock(id).orElseThrow(() -> new PaymentNotFound(id));
        var amount = allowed(payment, wanted.amount(), policy.refunds(), caller);
        var intent = ids.generateId();
        intents.add(intent, id, callKey, amount);
        audit.add(
                "refund-asked",
                id,
                Map.of("amount", amount, "reason", PlainText.line(wanted.reason())));
        return new RefundIntents.Begun(intent, id, amount);
    }

    private Money allowed(
            RecordedPayment payment, @Nullable Money wanted, RefundRules rules, Identity caller) {
        if (rules.roles().stream().noneMatch(caller::hasRole) && !caller.hasRole("operator")) {
            throw new RefundRefused("Your role may not give refunds.");
        }
        if (payment.capturedAt() == null) {
            throw new RefundRefused("Nothing was captured that could be given back.");
        }
        if (payment.capturedAt().plusDays(rules.days()).isBefore(OffsetDateTime.now(clock))) {
            throw new RefundRefused(
                    "Refunds are given within " + rules.days() + " days of the payment.");
        }
        var unit = payment.amount().getCurrencyUnit();
        if (wanted != null && !wanted.getCurrencyUnit().equals(unit)) {
            throw new RefundRefused("The payment is in " + unit.getCode() + ".");
        }
        var most = payment.captured().multipliedBy(rules.maxShare(), RoundingMode.DOWN).getAmount();
        var given = intents.sum(payment.id()).max(payment.refunded().getAmount());
        var left = Money.of(unit, most.subtract(given).setScale(unit.getDecimalPlaces()));
        var amount = wanted == null ? left : wanted;
        if (!left.isPositive() || amount.isGreaterThan(left)) {
            throw new RefundRefused("At most " + left + " of this payment can be given back.");
        }
        return amount;
    }
}
