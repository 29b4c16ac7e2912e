package io.frontdesk.conversationalpayment.quoting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteLine;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Slot;
import io.frontdesk.conversationalpayment.quote.Visitor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A quote as the API shows it.
 *
 * @param hash SHA-256 over everything that the quote promises
 * @param confirmationToken only in the answer that makes the quote; it is stored nowhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuoteAnswer(
        UUID id,
        List<QuoteLine> lines,
        Money total,
        String currency,
        OffsetDateTime expiresAt,
        String hash,
        QuoteStatus status,
        @Nullable String conversationId,
        Visitor visitor,
        @Nullable Slot slot,
        @Nullable UUID paymentId,
        Quote.@Nullable Failure failure,
        @Nullable String confirmationToken) {

    public static QuoteAnswer of(Quote quote, Instant now, @Nullable String token) {
        var promise = quote.promise();
        return new QuoteAnswer(
                quote.id(),
                promise.lines(),
                promise.total(),
                promise.total().getCurrencyUnit().getCode(),
                promise.expiresAt(),
                quote.hash(),
                quote.status(now),
                promise.conversationId(),
                promise.visitor(),
                promise.slot(),
                quote.paymentId(),
                quote.failure(),
                token);
    }
}
