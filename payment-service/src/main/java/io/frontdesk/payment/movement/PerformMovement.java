package io.frontdesk.payment.movement;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Movement;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.repair.RepairProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the provider for a movement that is written down, outside of any transaction, and books the
 * answer. The provider does the work once per key, so that a movement whose answer never came is
 * simply asked for again.
 */
@Component
class PerformMovement {
    private static final Logger log = LoggerFactory.getLogger(PerformMovement.class);

    // Providers forget keys; the shortest known memory is a day.
    private static final Duration KEYS_LAST = Duration.ofHours(20);

    private final Payments payments;
    private final Movements movements;
    private final Accounts accounts;
    private final Providers providers;
    private final RecordFacts facts;
    private final RepairProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PerformMovement(
            Payments payments,
            Movements movements,
            Accounts accounts,
            Providers providers,
            RecordFacts facts,
            RepairProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.payments = payments;
        this.movements = movements;
        this.accounts = accounts;
        this.providers = providers;
        this.facts = facts;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for the first time.
     *
     * @throws ProviderRefused when the provider says no, which is then written down
     * @throws ProviderBusy when it did nothing, which ends the movement too
     */
    Payment perform(MoneyMovement movement) {
        var payment = payments.get(movement.paymentId());
        try {
            return book(movement, ask(payment, movement));
        } catch (ProviderRefused | ProviderBusy refused) {
            movements.end(movement.id(), "refused", refused.getMessage());
            throw refused;
        } catch (ProviderSilent silent) {
            log.info("{} {} is unknown: {}", movement.kind(), movement.id(), silent.getMessage());
            later(movement);
            return payments.get(payment.id());
        }
    }

    /** Asks again: the first call may have done it, so that only facts end the movement. */
    void repeat(MoneyMovement movement) {
        if (!later(movement)) {
            return;
        }
        var payment = payments.get(movement.paymentId());
        try {
            if (movement.createdAt().plus(KEYS_LAST).isBefore(clock.instant())) {
                settle(payment, movement, "It was asked for too long ago to be asked for again.");
            } else {
                book(movement, ask(payment, movement));
            }
        } catch (ProviderRefused refused) {
            // Perhaps refused because it was done: then the facts say so.
            settle(payment, movement, String.valueOf(refused.getMessage()));
        } catch (ProviderBusy | ProviderSilent waiting) {
            log.info("{} {} waits: {}", movement.kind(), movement.id(), waiting.getMessage());
        }
    }

    private Payment book(MoneyMovement movement, List<Fact> told) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    movements.end(movement.id(), "done", null);
                    return facts.record(movement.paymentId(), told);
                }));
    }

    private void settle(Payment payment, MoneyMovement movement, String problem) {
        var account = accounts.byId(payment.accountId());
        var lookup = new Lookup(payment.id(), payment.providerReference(), payment.createdAt());
        var found = providers.of(account).find(account.account(), lookup);
        transaction.executeWithoutResult(status -> {
            movements.end(movement.id(), "refused", problem);
            found.ifPresent(told -> facts.record(payment.id(), told));
        });
    }

    private boolean later(MoneyMovement movement) {
        var checks = movement.checks() + 1;
        var at = properties.next(clock.instant(), checks);
        return movements.checkAt(movement.id(), at, checks, "unknown");
    }

    private List<Fact> ask(Payment payment, MoneyMovement movement) {
        var account = accounts.byId(payment.accountId());
        var provider = providers.of(account);
        var key = movement.id().toString();
        var reference = Objects.requireNonNull(payment.providerReference());
        var order = new Movement(key, reference, movement.amount());
        return switch (movement.kind()) {
            case MoneyMovement.CAPTURE ->
                    provider.capture(account.account(), order, movement.last());
            case MoneyMovement.REFUND ->
                    provider.refund(account.account(), order, movement.reason());
            default -> provider.cancel(account.account(), reference, key);
        };
    }
}
