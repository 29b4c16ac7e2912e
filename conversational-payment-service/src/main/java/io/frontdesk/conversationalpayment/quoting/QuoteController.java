package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteNotFound;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.problem.Problem;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversational-payments/quotes")
@PreAuthorize("hasAnyRole('visitor', 'owner', 'staff', 'operator', 'service')")
class QuoteController {
    /** A visitor's quotes belong to a conversation. */
    @Problem(
            status = HttpStatus.BAD_REQUEST,
            type = "conversation-required",
            title = "A conversation is required")
    static final class ConversationRequired extends RuntimeException {
        ConversationRequired() {
            super("conversationId must name the conversation that the quote is made in.");
        }
    }

    private static final Set<String> STAFF = Set.of("owner", "staff", "operator", "service");

    private final MakeQuote makeQuote;
    private final WithdrawQuote withdrawQuote;
    private final Quotes quotes;
    private final Tenancy tenancy;
    private final Clock clock;

    QuoteController(
            MakeQuote makeQuote,
            WithdrawQuote withdrawQuote,
            Quotes quotes,
            Tenancy tenancy,
            Clock clock) {
        this.makeQuote = makeQuote;
        this.withdrawQuote = withdrawQuote;
        this.quotes = quotes;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a quote; the confirmation token is told here and nowhere else")
    QuoteAnswer quote(
            @Valid @RequestBody QuoteOrder order, @Parameter(hidden = true) Identity caller) {
        tenancy.require();
        if (visitor(caller) && order.conversationId() == null) {
            throw new ConversationRequired();
        }
        var made = makeQuote.make(order);
        return QuoteAnswer.of(made.quote(), clock.instant(), made.token());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A quote; a visitor names the conversation that it was made in")
    QuoteAnswer get(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String conversationId,
            @Parameter(hidden = true) Identity caller) {
        return QuoteAnswer.of(seen(id, conversationId, caller), clock.instant(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws a quote that nobody has confirmed")
    void withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String conversationId,
            @Parameter(hidden = true) Identity caller) {
        withdrawQuote.withdraw(seen(id, conversationId, caller).id());
    }

    /** Ids of quotes stand in receipts and exports, those of conversations do not. */
    private Quote seen(UUID id, @Nullable String conversation, Identity caller) {
        var quote = quotes.get(id);
        if (visitor(caller)
                && (conversation == null
                        || !PlainText.line(conversation)
                                .equals(quote.promise().conversationId()))) {
            throw new QuoteNotFound(id);
        }
        return quote;
    }

    private static boolean visitor(Identity caller) {
        return STAFF.stream().noneMatch(caller::hasRole);
    }
}
