package io.frontdesk.payment.repair;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.status.PaymentStatus;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about a payment that nobody has heard of, or whose payer has not come back. It
 * never charges again: a payer who has gone must not pay.
 */
@Component
public class RepairPayment {
    private static final Logger log = LoggerFactory.getLogger(RepairPayment.class);

    private final Payments payments;
    private final Accounts accounts;
    private final Providers providers;
    private final RecordFacts facts;
    private final RepairProperties properties;
    private final Clock clock;

    RepairPayment(
            Payments payments,
            Accounts accounts,
            Providers providers,
            RecordFacts facts,
            RepairProperties properties,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.providers = providers;
        this.facts = facts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks once, having planned the next time before. */
    public void ask(UUID id) {
        var payment = payments.get(id);
        var checks = payment.checks() + 1;
        if (!payments.checkAt(id, properties.next(clock.instant(), checks), checks, false)) {
            return;
        }
        try {
            var account = accounts.byId(payment.accountId());
            var lookup = new Lookup(id, payment.providerReference(), payment.createdAt());
            providers
                    .of(account)
                    .find(account.account(), lookup)
                    .ifPresentOrElse(found -> facts.record(id, found), () -> unheardOf(payment));
        } catch (ProviderSilent | ProviderBusy | ProviderRefused later) {
            log.info("Payment {} stays {}: {}", id, payment.status().word(), later.getMessage());
        }
    }

    private void unheardOf(Payment payment) {
        var deadline = payment.createdAt().plus(properties.giveUp());
        if (payment.status() == PaymentStatus.UNKNOWN && clock.instant().isAfter(deadline)) {
            var failure =
                    new Failure(
                            "processing-error",
                            "The payment never reached the provider. Nothing was charged.");
            facts.record(payment.id(), List.of(new Fact.Failed("", clock.instant(), failure)));
        }
    }
}
