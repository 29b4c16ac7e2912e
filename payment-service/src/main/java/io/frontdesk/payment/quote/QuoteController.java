package io.frontdesk.payment.quote;

import io.frontdesk.starter.money.PositiveMoney;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the service that quotes: what it promised, this one will hold it to. */
@RestController
@RequestMapping("/payment/quotes/{quoteId}")
@PreAuthorize("hasRole('service')")
class QuoteController {
    private final Quotes quotes;
    private final Tenancy tenancy;

    QuoteController(Quotes quotes, Tenancy tenancy) {
        this.quotes = quotes;
        this.tenancy = tenancy;
    }

    /**
     * What a quote carries.
     *
     * @param hash over everything that the quote promises
     */
    record QuoteRequest(
            @NotNull @PositiveMoney Money amount,
            @NotBlank @Size(max = 200) String hash,
            @NotNull Instant expiresAt,
            @Nullable @Size(max = 200) String reference) {}

    @PutMapping
    @Operation(summary = "Commits to what a quote carries; the same content again changes nothing")
    Quote.QuoteAnswer commit(@PathVariable UUID quoteId, @Valid @RequestBody QuoteRequest request) {
        tenancy.require();
        var quote =
                new Quote(
                        quoteId,
                        request.amount(),
                        request.hash(),
                        request.expiresAt(),
                        request.reference(),
                        false,
                        null);
        return quotes.commit(quote).answer();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws an open quote")
    void withdraw(@PathVariable UUID quoteId) {
        tenancy.require();
        quotes.withdraw(quoteId);
    }
}
