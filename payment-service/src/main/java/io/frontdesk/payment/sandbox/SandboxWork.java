package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.payment.wallet.SandboxProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * What the sandbox does, each time in a transaction of its own as an outside system would. The
 * charge's row is locked meanwhile.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SandboxWork {
    private static final String PERCENT = "0.015";
    private static final String FIXED = "0.25";
    private static final String DISPUTE_FEE = "15.00";
    private static final int CENTS = 2;

    private final SandboxBook book;
    private final SandboxNotices notices;
    private final SandboxProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    SandboxWork(
            SandboxBook book,
            SandboxNotices notices,
            SandboxProperties properties,
            IdGenerator ids,
            Clock clock) {
        this.book = book;
        this.notices = notices;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** Charges, or finds what the same key did before. */
    List<Fact> charge(SandboxCharge charge) {
        if (!book.insert(charge)) {
            return facts(book.withKey(charge.key()).orElseThrow());
        }
        var failure = charge.method().failure();
        if (failure.isPresent()) {
            fail(charge, failure.get());
        } else if (charge.token() != null) {
            var page = properties.page("sandbox/authentications/" + charge.token());
            write(charge, entry(charge, SandboxEntry.ACTION, null, page.toString()));
        } else {
            take(charge);
        }
        return facts(charge);
    }

    /** The payer came to the page and decided; whoever comes late finds it decided. */
    public boolean authenticate(SandboxCharge found, boolean approved) {
        var charge = book.lock(found.reference()).orElseThrow();
        var entries = book.entries(charge.id());
        if (entries.stream().anyMatch(entry -> !entry.kind().equals(SandboxEntry.ACTION))) {
            return false;
        }
        if (approved) {
            take(charge);
        } else {
            var failure = new Failure("authentication-failed", "The payer did not authenticate.");
            fail(charge, failure);
        }
        return true;
    }

    List<Fact> capture(String reference, Money amount, boolean last, String key) {
        var charge = lock(reference);
        var entries = book.entries(charge.id());
        if (entries.stream().noneMatch(entry -> key.equals(entry.key()))) {
            var left =
                    sum(entries, SandboxEntry.AUTHORIZED, charge)
                            .minus(sum(entries, SandboxEntry.CAPTURED, charge));
            if (has(entries, SandboxEntry.CANCELLED) || amount.isGreaterThan(left)) {
                throw new ProviderRefused("The charge allows " + left + " to be captured.");
            }
            capture(charge, amount, key);
            if (last && amount.isLessThan(left)) {
                write(charge, entry(charge, SandboxEntry.CANCELLED, null, null));
            }
        }
        return facts(charge);
    }

    List<Fact> cancel(String reference) {
        var charge = lock(reference);
        var entries = book.entries(charge.id());
        if (!has(entries, SandboxEntry.CANCELLED)) {
            var open = has(entries, SandboxEntry.AUTHORIZED) || has(entries, SandboxEntry.ACTION);
            if (!open || has(entries, SandboxEntry.CAPTURED) || has(entries, SandboxEntry.FAILED)) {
                throw new ProviderRefused("The charge can no longer be cancelled.");
            }
            write(charge, entry(charge, SandboxEntry.CANCELLED, null, null));
        }
        return facts(charge);
    }

    List<Fact> refund(String reference, Money amount, String key, @Nullable String reason) {
        var charge = lock(reference);
        var entries = book.entries(charge.id());
        if (entries.stream().noneMatch(entry -> key.equals(entry.key()))) {
            var left =
                    sum(entries, SandboxEntry.CAPTURED, charge)
                            .minus(sum(entries, SandboxEntry.REFUNDED, charge));
            if (amount.isGreaterThan(left)) {
                throw new ProviderRefused("The charge allows " + left + " to be refunded.");
            }
            write(charge, SandboxEntry.REFUNDED, name("sb_re"), key, amount, reason);
        }
        return facts(charge);
    }

    /** Ends a dispute; one that has ended stays as it is. */
    List<Fact> close(String dispute, boolean won) {
        var charge =
                book.ofDispute(dispute)
                        .orElseThrow(
                                () -> new ProviderRefused("There is no dispute " + dispute + "."));
        var entries = book.entries(charge.id());
        if (!has(entries, SandboxEntry.WON) && !has(entries, SandboxEntry.LOST)) {
            var kind = won ? SandboxEntry.WON : SandboxEntry.LOST;
            write(charge, kind, dispute, null, charge.amount(), null);
        }
        return facts(charge);
    }

    private void take(SandboxCharge charge) {
        if (charge.manualCapture()) {
            write(charge, entry(charge, SandboxEntry.AUTHORIZED, charge.amount(), null));
        } else {
            capture(charge, charge.amount(), null);
        }
    }

    private void capture(SandboxCharge charge, Money amount, @Nullable String key) {
        write(charge, SandboxEntry.CAPTURED, name("sb_ca"), key, amount, null);
        if (charge.method() == SandboxMethod.DISPUTE) {
            write(charge, SandboxEntry.DISPUTED, name("sb_di"), null, amount, "fraudulent");
        }
    }

    private SandboxCharge lock(String reference) {
        return book.lock(reference)
                .orElseThrow(() -> new ProviderRefused("There is no charge " + reference + "."));
    }

    private List<Fact> facts(SandboxCharge charge) {
        return SandboxEntry.facts(book.entries(charge.id()));
    }

    private SandboxEntry entry(
            SandboxCharge charge, String kind, @Nullable Money amount, @Nullable String detail) {
        return entry(charge, kind, charge.reference(), null, amount, detail);
    }

    private SandboxEntry entry(
            SandboxCharge charge,
            String kind,
            String reference,
            @Nullable String key,
            @Nullable Money amount,
            @Nullable String detail) {
        var moved = amount == null ? Money.zero(charge.amount().getCurrencyUnit()) : amount;
        return new SandboxEntry(
                ids.generateId(),
                charge.reference(),
                kind,
                reference,
                key,
                moved,
                fee(kind, moved),
                detail,
                clock.instant());
    }

    private void write(
            SandboxCharge charge,
            String kind,
            String reference,
            @Nullable String key,
            @Nullable Money amount,
            @Nullable String detail) {
        write(charge, entry(charge, kind, reference, key, amount, detail));
    }

    private void fail(SandboxCharge charge, Failure failure) {
        write(charge, entry(charge, SandboxEntry.FAILED, null, SandboxEntry.detail(failure)));
    }

    private void write(SandboxCharge charge, SandboxEntry entry) {
        book.insert(charge.id(), entry);
        notices.write(charge.paymentId(), List.of(entry));
    }

    private String name(String prefix) {
        return prefix + "_" + ids.generateId().toString().replace("-", "");
    }

    private static boolean has(List<SandboxEntry> entries, String kind) {
        return entries.stream().anyMatch(entry -> entry.kind().equals(kind));
    }

    private static Money sum(List<SandboxEntry> entries, String kind, SandboxCharge charge) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(SandboxEntry::amount)
                .reduce(Money.zero(charge.amount().getCurrencyUnit()), Money::plus);
    }

    /** 1.5 % and, where the currency has cents, 25 of them; never more than the amount itself. */
    private static Money fee(String kind, Money amount) {
        var cents = amount.getCurrencyUnit().getDecimalPlaces() == CENTS;
        var none = Money.zero(amount.getCurrencyUnit());
        var fee =
                switch (kind) {
                    case SandboxEntry.CAPTURED ->
                            amount.multipliedBy(new BigDecimal(PERCENT), RoundingMode.HALF_UP)
                                    .plus(cents ? new BigDecimal(FIXED) : BigDecimal.ZERO);
                    case SandboxEntry.DISPUTED ->
                            cents ? none.plus(new BigDecimal(DISPUTE_FEE)) : none;
                    default -> none;
                };
        return kind.equals(SandboxEntry.CAPTURED) && fee.isGreaterThan(amount) ? amount : fee;
    }
}
