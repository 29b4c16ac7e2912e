package io.frontdesk.payment.link;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.desk.LinkDesk;
import io.frontdesk.payment.ending.Endings;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Lookup;
import io.frontdesk.payment.quote.Quotes;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.repair.RepairProperties;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends links: closes the page at the provider, asks whether it was paid meanwhile, and only then
 * gives back the quote. Each step may be repeated.
 */
@Component
class EndLink {
    private static final Logger log = LoggerFactory.getLogger(EndLink.class);
    private static final int MOST_REFUSALS = 8;

    private final Links links;
    private final LinkPayments payments;
    private final OpenLink open;
    private final Endings endings;
    private final Accounts accounts;
    private final Providers providers;
    private final RecordFacts facts;
    private final Quotes quotes;
    private final RepairProperties repair;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndLink(
            Links links,
            LinkPayments payments,
            OpenLink open,
            Endings endings,
            Accounts accounts,
            Providers providers,
            RecordFacts facts,
            Quotes quotes,
            RepairProperties repair,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.payments = payments;
        this.open = open;
        this.endings = endings;
        this.accounts = accounts;
        this.providers = providers;
        this.facts = facts;
        this.quotes = quotes;
        this.repair = repair;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From now on the link counts as ended; its page is closed at once if the provider answers. */
    void deactivate(UUID id) {
        links.place(id);
        transaction.executeWithoutResult(status -> {
            links.deactivated(id);
            endings.now(id);
        });
        end(id);
    }

    /** Tries once, having planned the next time before. */
    void end(UUID id) {
        var place = links.find(id).orElse(null);
        if (place == null
                || !endings.attempt(id, repair.next(clock.instant(), place.checks() + 1))) {
            return;
        }
        try {
            if (place.reference() == null) {
                // Nobody was told of this page, but it may be there. It must not come into use now.
                links.deactivated(id);
                open.ask(place);
                place = links.place(id);
            }
            var account = accounts.byId(place.accountId());
            close(account, place);
            settle(place, told(account, place));
        } catch (ProviderRefused | ProviderBusy | ProviderSilent later) {
            log.info("The page of link {} is not closed yet: {}", id, later.getMessage());
        }
    }

    private void close(TenantAccount account, Links.Place place) {
        try {
            providers
                    .desk(account, LinkDesk.class)
                    .close(
                            account.account(),
                            String.valueOf(place.reference()),
                            "close/" + place.id() + "/" + place.checks());
        } catch (ProviderRefused refused) {
            // A page that ended by itself cannot be closed; wrong keys are mended by somebody.
            if (place.checks() < MOST_REFUSALS) {
                throw refused;
            }
            log.warn("The page of link {} counts as closed", place.id(), refused);
        }
    }

    private List<Fact> told(TenantAccount account, Links.Place place) {
        var lookup = new Lookup(place.id(), place.reference(), place.createdAt());
        return providers.of(account).find(account.account(), lookup).orElse(List.of());
    }

    private void settle(Links.Place place, List<Fact> told) {
        transaction.executeWithoutResult(status -> {
            endings.closed(place.id());
            if (!told.isEmpty() && payments.of(place.id()).isPresent()) {
                facts.record(place.id(), told);
            }
            if (links.tookNothing(place.id())) {
                quotes.free(place.id());
            }
        });
    }
}
