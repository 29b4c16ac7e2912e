package io.frontdesk.payment.sandbox;

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
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.wallet.SandboxCustomers;
import io.frontdesk.payment.wallet.SandboxLinks;
import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.payment.wallet.SandboxProperties;
import io.frontdesk.payment.wallet.Tokens;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** A provider that moves no real money and behaves as its methods and faults say. */
@Component
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxProvider implements PaymentProvider, LinkDesk, CustomerDesk, DisputeDesk {
    private static final String KEY = "sk_sandbox_";
    private static final int PAGE = 200;

    private final SandboxWork work;
    private final SandboxBook book;
    private final SandboxLinks links;
    private final SandboxCustomers customers;
    private final SandboxNotices notices;
    private final SandboxLine line;
    private final Tenancy tenancy;
    private final IdGenerator ids;

    SandboxProvider(
            SandboxWork work,
            SandboxBook book,
            SandboxLinks links,
            SandboxCustomers customers,
            SandboxNotices notices,
            SandboxLine line,
            Tenancy tenancy,
            IdGenerator ids) {
        this.work = work;
        this.book = book;
        this.links = links;
        this.customers = customers;
        this.notices = notices;
        this.line = line;
        this.tenancy = tenancy;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public List<Fact> charge(Account account, Charge charge) {
        return line.call(
                account,
                () -> {
                    var method =
                            SandboxMethod.of(charge.paymentMethod())
                                    .or(() -> customers.of(charge.paymentMethod()))
                                    .orElseThrow(() ->
                                            new ProviderRefused(
                                                    "There is no payment method "
                                                            + charge.paymentMethod()
                                                            + "."));
                    if (method == SandboxMethod.UNREACHABLE) {
                        throw new ProviderSilent("The sandbox could not be reached.");
                    }
                    var id = ids.generateId();
                    var asks = method == SandboxMethod.AUTHENTICATION_REQUIRED;
                    var told =
                            work.charge(
                                    new SandboxCharge(
                                            id,
                                            account.tenant(),
                                            "sb_ch_" + id.toString().replace("-", ""),
                                            charge.key(),
                                            charge.paymentId(),
                                            charge.amount(),
                                            charge.manualCapture(),
                                            method,
                                            charge.returnUrl(),
                                            asks ? Tokens.random() : null));
                    return line.after(method, told);
                });
    }

    @Override
    public List<Fact> capture(Account account, Movement capture, boolean last) {
        return line.call(
                account,
                () ->
                        work.capture(
                                capture.providerReference(),
                                capture.amount(),
                                last,
                                capture.key()));
    }

    @Override
    public List<Fact> cancel(Account account, String providerReference, String key) {
        return line.call(account, () -> work.cancel(providerReference));
    }

    @Override
    public List<Fact> refund(Account account, Movement refund, @Nullable String reason) {
        return line.call(
                account,
                () ->
                        work.refund(
                                refund.providerReference(), refund.amount(), refund.key(), reason));
    }

    @Override
    public Optional<List<Fact>> find(Account account, Lookup lookup) {
        var found = line.ask(account, () -> SandboxEntry.facts(book.find(lookup)));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public Notice read(Account account, Webhook webhook) {
        return notices.read(account.webhookSecrets(), webhook);
    }

    @Override
    public BalancePage balance(Account account, Instant from, Instant to, @Nullable String cursor) {
        var after = cursor == null ? null : UUID.fromString(cursor);
        var entries = line.ask(account, () -> book.moved(from, to, after, PAGE));
        var lines =
                entries.stream()
                        .map(entry ->
                                new BalancePage.Line(
                                        entry.id().toString(),
                                        entry.at(),
                                        entry.kind(),
                                        Objects.requireNonNull(entry.moved()),
                                        entry.fee(),
                                        entry.charge(),
                                        entry.fact().identity()))
                        .toList();
        return new BalancePage(
                lines, entries.size() < PAGE ? null : entries.getLast().id().toString());
    }

    @Override
    public AccountCheck check(Account account) {
        if (account.secretKey().startsWith(KEY + "unreachable")) {
            throw new ProviderSilent("The sandbox could not be reached.");
        }
        if (!account.secretKey().startsWith(KEY)
                || account.secretKey().startsWith(KEY + "invalid")) {
            throw new ProviderRefused("The key is not one of the sandbox's: " + KEY + "…");
        }
        return new AccountCheck("sandbox", false, Set.of());
    }

    @Override
    public HostedPage open(Account account, LinkOrder order) {
        return line.ask(account, () -> links.open(order));
    }

    @Override
    public void close(Account account, String linkReference, String key) {
        tenancy.as(account.tenant(), () -> links.close(linkReference));
    }

    @Override
    public String create(
            Account account, String key, @Nullable String name, @Nullable String email) {
        return line.ask(account, () -> customers.create(key));
    }

    @Override
    public void delete(Account account, String customerReference) {
        tenancy.as(account.tenant(), () -> customers.delete(customerReference));
    }

    @Override
    public SavedMethod attach(
            Account account, String key, String customerReference, String paymentMethod) {
        return line.ask(account, () -> customers.attach(key, customerReference, paymentMethod));
    }

    @Override
    public void detach(Account account, String methodReference) {
        tenancy.as(account.tenant(), () -> customers.detach(methodReference));
    }

    @Override
    public List<SavedMethod> methods(Account account, String customerReference) {
        return line.ask(account, () -> customers.methods(customerReference));
    }

    @Override
    public List<Fact> submitEvidence(
            Account account, String disputeReference, String text, String key) {
        return line.call(
                account,
                () ->
                        text.contains("winning_evidence")
                                ? work.close(disputeReference, true)
                                : text.contains("losing_evidence")
                                        ? work.close(disputeReference, false)
                                        : List.of());
    }

    @Override
    public List<Fact> accept(Account account, String disputeReference, String key) {
        return line.call(account, () -> work.close(disputeReference, false));
    }
}
