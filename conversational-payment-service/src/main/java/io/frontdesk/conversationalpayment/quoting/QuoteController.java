package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversational-payments/quotes")
class QuoteController {
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
    QuoteAnswer quote(@Valid @RequestBody QuoteOrder order) {
        tenancy.require();
        var made = makeQuote.make(order);
        return QuoteAnswer.of(made.quote(), clock.instant(), made.token());
    }

    @GetMapping("/{id}")
    QuoteAnswer get(@PathVariable UUID id) {
        return QuoteAnswer.of(quotes.get(id), clock.instant(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws a quote that nobody has confirmed")
    void withdraw(@PathVariable UUID id) {
        withdrawQuote.withdraw(id);
    }
}
