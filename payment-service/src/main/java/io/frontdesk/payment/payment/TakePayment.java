package io.frontdesk.payment.payment;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.Purchase;
import io.frontdesk.payment.quote.Quotes;
import io.frontdesk.payment.repair.RepairProperties;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.starter.identity.Identity;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a payment in three steps, of which any may be the last before a crash: write down that it
 * is asked for, ask the provider outside of any transaction, book what it answered.
 */
@Component
class TakePayment {
    private final Payments payments;
    private final Accounts accounts;
    private final StoredTerms terms;
    private final Quotes quotes;
    private final AskProvider provider;
    private final RepairProperties repair;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    TakePayment(
            Payments payments,
            Accounts accounts,
            StoredTerms terms,
            Quotes quotes,
            AskProvider provider,
            RepairProperties repair,
            TransactionTemplate transaction,
            IdGenerator ids,
            Clock clock,
            JsonMapper json) {
        this.payments = payments;
        this.accounts = accounts;
        this.terms = terms;
        this.quotes = quotes;
        this.provider = provider;
        this.repair = repair;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    Payment take(PaymentRequest request, String key, Identity caller) {
        var hash = RequestHash.of(json.writeValueAsString(request));
        var start =
                Objects.requireNonNull(
                        transaction.execute(status -> start(request, key, hash, caller)));
        return start.account() == null
                ? repeated(start.payment(), hash)
                : provider.charge(start.payment(), start.account());
    }

    /**
     * What is written down before the provider is asked.
     *
     * @param account null where the payment was there before
     */
    private record Start(Payment payment, @Nullable TenantAccount account) {}

    private Start start(PaymentRequest request, String key, String hash, Identity caller) {
        var before = payments.withKey(key);
        if (before.isPresent()) {
            return new Start(before.get(), null);
        }
        if (caller.hasRole("service") && !caller.hasRole("operator") && request.quoteId() == null) {
            throw new QuoteRequired();
        }
        var rules = terms.get();
        rules.check(request.amount());
        var account =
                accounts.active(
                        Objects.requireNonNullElse(request.provider(), rules.defaultProvider()));
        var manual =
                Objects.requireNonNullElse(request.capture(), rules.capture())
                        == CaptureMode.MANUAL;
        provider.check(account, manual, request.customerId());
        var id = ids.generateId();
        var check = clock.instant().plus(repair.patience());
        var written = payments.insert(id, account, purchase(request, manual), key, hash, check);
        if (written.isEmpty()) {
            return new Start(payments.withKey(key).orElseThrow(), null);
        }
        if (request.quoteId() != null) {
            quotes.consume(request.quoteId(), request.quoteHash(), request.amount(), id);
        }
        return new Start(written.get(), account);
    }

    private Payment repeated(Payment before, String hash) {
        RequestHash.same(before.requestHash(), hash);
        return provider.again(before);
    }

    private static Purchase purchase(PaymentRequest request, boolean manual) {
        return new Purchase(
                request.amount(),
                manual,
                request.paymentMethod(),
                request.reference(),
                request.description(),
                Objects.requireNonNullElse(request.metadata(), Map.of()),
                request.returnUrl(),
                request.customerId(),
                request.quoteId(),
                null);
    }
}
