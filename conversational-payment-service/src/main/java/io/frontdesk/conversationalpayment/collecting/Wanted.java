package io.frontdesk.conversationalpayment.collecting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor has said so far.
 *
 * @param amount for the item without a price
 * @param about the item that was named last, when it was the only one of its message
 * @param unsettled an amount whose currency was asked for
 * @param offered what the last question let the visitor choose from, in the order of its words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Wanted(
        List<Chosen> items,
        @Nullable Money amount,
        Asked asked,
        boolean cancelled,
        @Nullable UUID about,
        @Nullable BigDecimal unsettled,
        List<UUID> offered) {
    public static final Wanted EMPTY =
            new Wanted(List.of(), null, Asked.NOTHING, false, null, null, List.of());

    /** Rows hold no empty lists. */
    public Wanted {
        items = items == null ? List.of() : List.copyOf(items);
        offered = offered == null ? List.of() : List.copyOf(offered);
    }

    Wanted asking(Asked next, List<UUID> choices) {
        return new Wanted(items, amount, next, cancelled, about, unsettled, choices);
    }

    Wanted withAmount(@Nullable Money other) {
        return new Wanted(items, other, asked, cancelled, about, null, offered);
    }

    Wanted withUnsettled(@Nullable BigDecimal value) {
        return new Wanted(items, amount, asked, cancelled, about, value, offered);
    }

    Wanted withItems(List<Chosen> others) {
        return new Wanted(others, amount, asked, cancelled, about, unsettled, offered);
    }

    Wanted without(UUID item) {
        return withItems(items.stream().filter(each -> !each.itemId().equals(item)).toList());
    }

    public Wanted over() {
        return new Wanted(List.of(), null, Asked.NOTHING, true, null, null, List.of());
    }

    /** Whether both would make the same quote. */
    public boolean sameAs(Wanted other) {
        return items.equals(other.items) && Objects.equals(amount, other.amount);
    }

    /** Adds or, where the visitor corrects, replaces what is wanted. */
    Wanted choosing(List<Chosen> chosen, boolean correction) {
        if (chosen.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<UUID, Chosen>();
        if (!correction) {
            items.forEach(item -> all.put(item.itemId(), item));
        }
        chosen.forEach(item -> all.put(item.itemId(), item));
        var only = chosen.size() == 1 ? chosen.getFirst().itemId() : null;
        return new Wanted(
                List.copyOf(all.values()), amount, asked, cancelled, only, unsettled, offered);
    }

    /** The item that a number without a name belongs to; null when it could be several. */
    @Nullable Chosen counted() {
        var named = items.stream().filter(item -> item.itemId().equals(about)).findFirst();
        return named.orElse(items.size() == 1 ? items.getFirst() : null);
    }
}
