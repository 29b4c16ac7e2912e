package io.frontdesk.conversationalpayment.dialogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quoting.QuoteAnswer;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a dialogue stands.
 *
 * @param reply what to show the visitor
 * @param missing {@code item}, {@code quantity}, {@code amount}, {@code currency}
 * @param confirmationToken only in the answer that makes the quote
 * @param status collecting, cancelled, quoted, or once the quote is no longer open its status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DialogueAnswer(
        UUID id,
        String reply,
        @Nullable Meaning understood,
        List<String> missing,
        @Nullable QuoteAnswer quote,
        @Nullable String confirmationToken,
        String status,
        OffsetDateTime expiresAt) {
    /** What was understood of the message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meaning(
            Intent intent,
            List<Item> items,
            @Nullable String amount,
            @Nullable String currency,
            List<Ambiguity> ambiguities) {
        static Meaning of(Understood understood, Shop.Shelf shelf) {
            var amount = understood.amount();
            return new Meaning(
                    understood.intent(),
                    understood.items().stream()
                            .map(item ->
                                    new Item(
                                            item.itemId(),
                                            shelf.find(item.itemId()).orElseThrow().name(),
                                            item.quantity()))
                            .toList(),
                    amount == null ? null : amount.value().toPlainString(),
                    amount == null || amount.currency() == null
                            ? null
                            : amount.currency().getCode(),
                    understood.ambiguities());
        }
    }

    static DialogueAnswer of(
            Dialogue dialogue,
            @Nullable Meaning meaning,
            List<String> missing,
            @Nullable QuoteAnswer quote,
            @Nullable String token,
            String reply) {
        var status =
                quote == null
                        ? dialogue.state().cancelled() ? "cancelled" : "collecting"
                        : quote.status() == QuoteStatus.OPEN ? "quoted" : quote.status().word();
        return new DialogueAnswer(
                dialogue.id(), reply, meaning, missing, quote, token, status, dialogue.expiresAt());
    }

    /** So many of an item. */
    record Item(UUID itemId, String name, int quantity) {}
}
