package io.frontdesk.payment.payment;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.customer.Customers;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.provider.Capability;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.repair.RepairProperties;
import io.frontdesk.payment.status.PaymentStatus;
import io.frontdesk.payment.timing.ProviderTime;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The charge itself, and what becomes of it when the provider refuses or says nothing. */
@Component
class AskProvider {
    private static final Logger log = LoggerFactory.getLogger(AskProvider.class);
    private static final String REFUSED = "provider-refused";

    private final Payments payments;
    private final Accounts accounts;
    private final Providers providers;
    private final Customers customers;
    private final RecordFacts facts;
    private final RepairProperties repair;
    private final ProviderTime time;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskProvider(
            Payments payments,
            Accounts accounts,
            Providers providers,
            Customers customers,
            RecordFacts facts,
            RepairProperties repair,
            ProviderTime time,
            TransactionTemplate transaction,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.providers = providers;
        this.customers = customers;
        this.facts = facts;
        this.repair = repair;
        this.time = time;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Refuses what the provider could only refuse, before anything is written. */
    void check(TenantAccount account, boolean manual, @Nullable UUID customer) {
        var provider = providers.of(account);
        if (manual && !provider.capabilities().contains(Capability.MANUAL_CAPTURE)) {
            throw new ProviderRefused(provider.name() + " cannot capture later.");
        }
        if (customer != null) {
            customers.reference(customer, account.id());
        }
    }

    /**
     * Charges once: the provider knows the payment's id as the key. Without an answer the payment
     * stays unknown, and is asked about soon.
     *
     * @throws ProviderRefused when the request itself was wrong
     */
    Payment charge(Payment payment, TenantAccount account) {
        var customer = payment.purchase().customerId();
        var reference = customer == null ? null : customers.reference(customer, account.id());
        List<Fact> told;
        try {
            var provider = providers.of(account);
            var order = order(payment, reference);
            told = time.of(() -> provider.charge(account.account(), order));
        } catch (ProviderRefused refused) {
            ended(payment, REFUSED, String.valueOf(refused.getMessage()));
            throw refused;
        } catch (ProviderBusy busy) {
            return ended(payment, "processing-error", String.valueOf(busy.getMessage()));
        } catch (RuntimeException unknown) {
            // Whatever it is, it does not say that nothing was charged.
            log.warn("Payment {} is unknown", payment.id(), unknown);
            return silent(payment);
        }
        return facts.record(payment.id(), told);
    }

    /** Answers a repeated call; one that found nobody to answer it asks for the same once more. */
    Payment again(Payment payment) {
        var failure = payment.failure();
        if (failure != null && failure.code().equals(REFUSED)) {
            throw new ProviderRefused(failure.message());
        }
        var undecided = payment.status() == PaymentStatus.UNKNOWN && !payment.silent();
        var young = payment.createdAt().plus(repair.giveUp()).isAfter(clock.instant());
        return undecided && young ? charge(payment, accounts.byId(payment.accountId())) : payment;
    }

    private Payment ended(Payment payment, String code, String message) {
        var failed = new Fact.Failed("", clock.instant(), new Failure(code, message));
        return facts.record(payment.id(), List.of(failed));
    }

    private Payment silent(Payment payment) {
        var soon = repair.next(clock.instant(), 0);
        transaction.executeWithoutResult(status -> {
            if (payments.checkAt(payment.id(), soon, payment.checks(), true)) {
                facts.tellUnknown(payment.id());
            }
        });
        return payments.get(payment.id());
    }

    private static Charge order(Payment payment, @Nullable String customer) {
        var asked = payment.purchase();
        return new Charge(
                payment.id().toString(),
                payment.id(),
                asked.amount(),
                asked.manualCapture(),
                asked.paymentMethod(),
                customer,
                asked.description(),
                asked.metadata(),
                asked.returnUrl());
    }
}
