package io.frontdesk.payment.stripe;

import com.stripe.exception.PermissionException;
import com.stripe.param.DisputeUpdateParams;
import io.frontdesk.payment.desk.CustomerDesk;
import io.frontdesk.payment.desk.DisputeDesk;
import io.frontdesk.payment.desk.LinkDesk;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.AccountCheck;
import io.frontdesk.payment.provider.BalancePage;
import io.frontdesk.payment.provider.Capability;
import io.frontdesk.payment.provider.Charge;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.provider.Movement;
import io.frontdesk.payment.provider.PaymentProvider;
import io.frontdesk.payment.stripefacts.DisputeFacts;
import io.frontdesk.payment.stripefacts.SignedEvents;
import io.frontdesk.payment.stripewire.StripeCalls;
import io.frontdesk.payment.stripewire.StripeProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Stripe, with payment intents; each tenant brings an account of its own. */
@Component
@EnableConfigurationProperties(StripeProperties.class)
final class StripeProvider implements PaymentProvider, LinkDesk, CustomerDesk, DisputeDesk {
    private final StripeCalls calls;
    private final StripeCharges charges;
    private final StripeLookup lookup;
    private final StripePages pages;
    private final StripeCustomers customers;
    private final StripeBook book;
    private final SignedEvents events;
    private final Clock clock;

    StripeProvider(
            StripeCalls calls,
            StripeCharges charges,
            StripeLookup lookup,
            StripePages pages,
            StripeCustomers customers,
            StripeBook book,
            StripeProperties properties,
            Clock clock) {
        this.calls = calls;
        this.charges = charges;
        this.lookup = lookup;
        this.pages = pages;
        this.customers = customers;
        this.book = book;
        this.events = new SignedEvents(properties.webhookTolerance());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public List<Fact> charge(Account account, Charge charge) {
        return charges.charge(account, charge);
    }

    @Override
    public List<Fact> capture(Account account, Movement capture, boolean last) {
        return charges.capture(account, capture, last);
    }

    @Override
    public List<Fact> cancel(Account account, String providerReference, String key) {
        return charges.cancel(account, providerReference, key);
    }

    @Override
    public List<Fact> refund(Account account, Movement refund, @Nullable String reason) {
        return charges.refund(account, refund, reason);
    }

    @Override
    public Optional<List<Fact>> find(Account account, Lookup wanted) {
        return lookup.find(account, wanted);
    }

    @Override
    public Notice read(Account account, Webhook webhook) {
        return events.read(account, webhook);
    }

    @Override
    public BalancePage balance(Account account, Instant from, Instant to, @Nullable String cursor) {
        return book.page(account, from, to, cursor);
    }

    /** Reads the balance, as reconciliation will, and the account's name if the key may. */
    @Override
    public AccountCheck check(Account account) {
        var balance = calls.read(account, (stripe, options) -> stripe.balance().retrieve(options));
        var name =
                calls.find(
                        account,
                        PermissionException.class::isInstance,
                        (stripe, options) -> stripe.accounts().retrieveCurrent(options).getId());
        var currencies =
                balance.getAvailable().stream()
                        .map(available -> available.getCurrency().toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        return new AccountCheck(name.orElse(null), balance.getLivemode(), currencies);
    }

    @Override
    public HostedPage open(Account account, LinkOrder order) {
        return pages.open(account, order);
    }

    @Override
    public void close(Account account, String linkReference, String key) {
        pages.close(account, linkReference, key);
    }

    @Override
    public String create(
            Account account, String key, @Nullable String name, @Nullable String email) {
        return customers.create(account, key, name, email);
    }

    @Override
    public void delete(Account account, String customerReference) {
        customers.delete(account, customerReference);
    }

    @Override
    public SavedMethod attach(
            Account account, String key, String customerReference, String paymentMethod) {
        return customers.attach(account, key, customerReference, paymentMethod);
    }

    @Override
    public void detach(Account account, String methodReference) {
        customers.detach(account, methodReference);
    }

    @Override
    public List<SavedMethod> methods(Account account, String customerReference) {
        return customers.methods(account, customerReference);
    }

    @Override
    public List<Fact> submitEvidence(
            Account account, String disputeReference, String text, String key) {
        var evidence = DisputeUpdateParams.Evidence.builder().setUncategorizedText(text).build();
        var params = DisputeUpdateParams.builder().setEvidence(evidence).setSubmit(true).build();
        var dispute =
                calls.ask(
                        account,
                        key,
                        (stripe, options) ->
                                stripe.disputes().update(disputeReference, params, options));
        return DisputeFacts.of(dispute, clock.instant());
    }

    /** Closing a dispute at Stripe admits it, and cannot be undone. */
    @Override
    public List<Fact> accept(Account account, String disputeReference, String key) {
        var dispute =
                calls.ask(
                        account,
                        key,
                        (stripe, options) -> stripe.disputes().close(disputeReference, options));
        return DisputeFacts.of(dispute, clock.instant());
    }
}
