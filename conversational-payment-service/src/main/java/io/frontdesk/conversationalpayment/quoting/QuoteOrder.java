package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.quote.Slot;
import io.frontdesk.conversationalpayment.quote.Visitor;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.starter.money.PositiveMoney;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be quoted.
 *
 * @param lines 1 to 50
 * @param conversationId the conversation whose ceiling counts
 * @param slot the time that is held meanwhile
 * @param agentId the agent whose ceiling counts
 * @param replaces a quote that the new one withdraws
 */
public record QuoteOrder(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Line> lines,
        @Nullable @Valid Visitor visitor,
        @Nullable @Size(min = 1, max = 200) String conversationId,
        @Nullable @Valid Slot slot,
        @Nullable @Size(min = 1, max = 200) String agentId,
        @Nullable UUID replaces) {

    /**
     * So many of an item.
     *
     * @param quantity 1 to 100
     * @param amount for one; only for an item without a price of its own
     */
    @Schema(name = "QuoteOrderLine")
    public record Line(
            @NotNull UUID itemId,
            @Min(1) @Max(Chosen.MOST) int quantity,
            @Nullable @PositiveMoney Money amount) {}
}
