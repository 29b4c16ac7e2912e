package io.frontdesk.payment.link;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.desk.LinkDesk;
import io.frontdesk.payment.quote.Quotes;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.repair.RepairProperties;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.payment.terms.StoredTerms;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a link in three steps: write down that it is wanted, have the page made outside of any
 * transaction, write down where it is. What a crash leaves behind is finished by a repeated call,
 * or ended by the job that ends links.
 */
@Component
class OpenLink {
    private final Links links;
    private final Accounts accounts;
    private final Providers providers;
    private final StoredTerms terms;
    private final Quotes quotes;
    private final RepairProperties repair;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    OpenLink(
            Links links,
            Accounts accounts,
            Providers providers,
            StoredTerms terms,
            Quotes quotes,
            RepairProperties repair,
            TransactionTemplate transaction,
            IdGenerator ids,
            Clock clock,
            JsonMapper json) {
        this.links = links;
        this.accounts = accounts;
        this.providers = providers;
        this.terms = terms;
        this.quotes = quotes;
        this.repair = repair;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    PaymentLink open(LinkRequest request, String key) {
        var hash = RequestHash.of(json.writeValueAsString(request));
        var id = Objects.requireNonNull(transaction.execute(status -> start(request, key, hash)));
        var place = links.place(id);
        if (place.reference() == null && !place.closed()) {
            ask(place);
        }
        return links.get(id);
    }

    private UUID start(LinkRequest request, String key, String hash) {
        var before = links.withKey(key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        var rules = terms.get();
        rules.check(request.amount());
        var account =
                accounts.active(
                        Objects.requireNonNullElse(request.provider(), rules.defaultProvider()));
        providers.desk(account, LinkDesk.class);
        var capture = Objects.requireNonNullElse(request.capture(), rules.capture());
        var id = ids.generateId();
        var intent =
                new Links.Intent(
                        id,
                        key,
                        hash,
                        capture == CaptureMode.MANUAL,
                        clock.instant().plus(repair.giveUp()));
        if (!links.insert(account, request, intent)) {
            return links.withKey(key, hash).orElseThrow();
        }
        if (request.quoteId() != null) {
            quotes.consume(request.quoteId(), request.quoteHash(), request.amount(), id);
        }
        return id;
    }

    /** Has the page made, once per link. Where the provider did nothing, nothing remains. */
    void ask(Links.Place place) {
        var account = accounts.byId(place.accountId());
        try {
            var page = page(account, place);
            links.opened(place.id(), page);
        } catch (ProviderRefused | ProviderBusy nothing) {
            transaction.executeWithoutResult(status -> {
                if (links.forget(place.id())) {
                    quotes.free(place.id());
                }
            });
            throw nothing;
        }
    }

    private LinkDesk.HostedPage page(TenantAccount account, Links.Place place) {
        return providers.desk(account, LinkDesk.class).open(account.account(), place.order());
    }
}
