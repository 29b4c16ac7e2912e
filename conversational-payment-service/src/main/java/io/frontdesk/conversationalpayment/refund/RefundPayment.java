package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.policy.PolicyUnreadable;
import io.frontdesk.conversationalpayment.policy.RefundRules;
import io.frontdesk.conversationalpayment.recorded.PaymentNotFound;
import io.frontdesk.conversationalpayment.recorded.RecordedPayment;
import io.frontdesk.conversationalpayment.recorded.RecordedPayments;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.tenancy.Tenancy;
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
import tools.jackson.databind.JsonNode;

/** Checks a refund against the rules under a lock, writes it down, then has it made. */
@Component
class RefundPayment {
    private final RecordedPayments payments;
    private final RefundIntents intents;
    private final FinishRefund finish;
    private final Tenancy tenancy;
    private final Policies policies;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final IdGenerator ids;
    private final Clock clock;

    RefundPayment(
            RecordedPayments payments,
            RefundIntents intents,
            FinishRefund finish,
            Tenancy tenancy,
            Policies policies,
            AuditTrail audit,
            TransactionTemplate transactions,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.intents = intents;
        this.finish = finish;
        this.tenancy = tenancy;
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
        return finish.make(begun);
    }

    private RefundIntents.Begun begin(UUID id, NewRefund wanted, Identity caller, String callKey) {
        var again = intents.find(callKey);
        if (again.isPresent()) {
            if (!again.get().payment().equals(id)) {
                throw new RefundRefused("This key was used for a refund of another payment.");
            }
            if (again.get().failed()) {
                throw new RefundRefused(
                        "The refund of this key failed. Ask anew with another key.");
            }
            return again.get();
        }
        var policy = policies.current();
        var payment = payments.lock(id).orElseThrow(() -> new PaymentNotFound(id));
        var amount = allowed(payment, wanted.amount(), policy.refunds(), caller);
        var intent = ids.generateId();
        var reason = PlainText.line(wanted.reason());
        intents.add(intent, id, callKey, amount, reason);
        finish.later(tenancy.require(), intent);
        audit.add("refund-asked", id, Map.of("amount", amount, "reason", reason));
        return new RefundIntents.Begun(intent, id, amount, reason, "begun");
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
