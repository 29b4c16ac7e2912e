package io.frontdesk.payment.link;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.desk.LinkDesk;
import io.frontdesk.payment.desk.LinkDesk.LinkOrder;
import io.frontdesk.payment.quote.Quotes;
import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links to hand over, in a chat or by mail. */
@RestController
@RequestMapping("/api/payments/links")
class LinkController {
    private final Links links;
    private final Accounts accounts;
    private final Providers providers;
    private final StoredTerms terms;
    private final Quotes quotes;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;

    LinkController(
            Links links,
            Accounts accounts,
            Providers providers,
            StoredTerms terms,
            Quotes quotes,
            Tenancy tenancy,
            TransactionTemplate transaction,
            IdGenerator ids) {
        this.links = links;
        this.accounts = accounts;
        this.providers = providers;
        this.terms = terms;
        this.quotes = quotes;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a page where a payer chooses how to pay")
    PaymentLink open(@Valid @RequestBody LinkRequest request) {
        tenancy.require();
        var rules = terms.get();
        rules.check(request.amount());
        var account =
                accounts.active(
                        Objects.requireNonNullElse(request.provider(), rules.defaultProvider()));
        var desk = providers.desk(account, LinkDesk.class);
        var capture = Objects.requireNonNullElse(request.capture(), rules.capture());
        var manual = capture == CaptureMode.MANUAL;
        var id = ids.generateId();
        transaction.executeWithoutResult(status -> {
            links.insert(id, account, request, manual);
            if (request.quoteId() != null) {
                quotes.consume(request.quoteId(), request.quoteHash(), request.amount(), id);
            }
        });
        links.opened(
                id,
                desk.open(
                        account.account(),
                        new LinkOrder(
                                id.toString(),
                                id,
                                request.amount(),
                                request.description(),
                                manual,
                                request.expiresAt(),
                                request.returnUrl())));
        return links.get(id);
    }

    @GetMapping
    @Operation(summary = "Payment links, newest first")
    Page<PaymentLink> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(links.list(cursor, limit + 1), limit, PaymentLink::id);
    }

    @GetMapping("/{id}")
    PaymentLink read(@PathVariable UUID id) {
        return links.get(id);
    }

    @PostMapping("/{id}/deactivation")
    @Operation(summary = "Ends a link that was not paid")
    PaymentLink deactivate(@PathVariable UUID id) {
        var place = links.place(id);
        var account = accounts.byId(place.accountId());
        if (place.reference() != null) {
            providers
                    .desk(account, LinkDesk.class)
                    .close(account.account(), place.reference(), "close/" + id);
        }
        transaction.executeWithoutResult(status -> {
            links.deactivated(id);
            if (links.get(id).paymentId() == null) {
                quotes.free(id);
            }
        });
        return links.get(id);
    }
}
