package io.frontdesk.payment.reconciliation;

import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.ledger.Ledger;
import io.frontdesk.payment.provider.BalancePage;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.reconciliation.Difference.Kind;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderSilent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Compares one account's book with the ledger. What is missing here is asked for once more and
 * booked; what differs otherwise is for people to look at.
 */
@Component
class Reconcile {
    private static final Duration MARGIN = Duration.ofHours(1);
    private static final int MOST_PAGES = 1000;
    private static final String FEE = "fee:";

    private final Providers providers;
    private final Ledger ledger;
    private final Payments payments;
    private final RecordFacts facts;
    private final Reconciliations reports;
    private final IdGenerator ids;
    private final Clock clock;

    Reconcile(
            Providers providers,
            Ledger ledger,
            Payments payments,
            RecordFacts facts,
            Reconciliations reports,
            IdGenerator ids,
            Clock clock) {
        this.providers = providers;
        this.ledger = ledger;
        this.payments = payments;
        this.facts = facts;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    Reconciliation run(TenantAccount account, Instant from, Instant to) {
        var name = account.account().provider();
        var live = account.account().live();
        var theirs = lines(account, from.minus(MARGIN), to.plus(MARGIN));
        var ours = ledger.moved(name, live, from.minus(MARGIN), to.plus(MARGIN));
        var comparison = new Comparison(ours, theirs);
        var differences =
                comparison.differences(ledger.moved(name, live, from, to), from, to).stream()
                        .map(each -> repair(account, each))
                        .toList();
        var report =
                new Reconciliation(
                        ids.generateId(),
                        name,
                        live,
                        from,
                        to,
                        comparison.size(),
                        differences,
                        clock.instant());
        reports.insert(report, account);
        return report;
    }

    private List<BalancePage.Line> lines(TenantAccount account, Instant from, Instant to) {
        var lines = new ArrayList<BalancePage.Line>();
        String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var next = providers.of(account).balance(account.account(), from, to, cursor);
            lines.addAll(next.lines());
            cursor = next.nextCursor();
            if (cursor == null) {
                return lines;
            }
        }
        throw new ProviderBusy("The provider's book of this period is too long; choose a shorter.");
    }

    private Difference repair(TenantAccount account, Difference difference) {
        var reference = difference.providerReference();
        var theirs = difference.theirs();
        if (difference.kind() != Kind.MISSING_HERE || reference == null || theirs == null) {
            return difference;
        }
        return payments.atProvider(account.account().provider(), reference)
                .filter(payment -> payment.accountId().equals(account.id()))
                .filter(payment -> booked(account, payment, difference, theirs))
                .map(payment -> difference.settled())
                .orElse(difference);
    }

    private boolean booked(
            TenantAccount account, Payment payment, Difference difference, Money theirs) {
        if (difference.fact().startsWith(FEE)) {
            var of = difference.fact().substring(FEE.length());
            var fee =
                    new Fact.FeeTaken(
                            String.valueOf(difference.providerReference()),
                            clock.instant(),
                            of,
                            theirs.negated());
            facts.record(payment.id(), List.of(fee));
            return true;
        }
        return told(account, payment)
                .filter(found -> holds(found, difference.fact()))
                .map(found -> facts.record(payment.id(), found))
                .isPresent();
    }

    private Optional<List<Fact>> told(TenantAccount account, Payment payment) {
        try {
            var lookup = new Lookup(payment.id(), payment.providerReference(), payment.createdAt());
            return providers.of(account).find(account.account(), lookup);
        } catch (ProviderSilent | ProviderBusy later) {
            return Optional.empty();
        }
    }

    private static boolean holds(List<Fact> facts, String identity) {
        return facts.stream().anyMatch(fact -> fact.identity().equals(identity));
    }
}
