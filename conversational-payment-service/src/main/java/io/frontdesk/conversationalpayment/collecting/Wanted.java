package io.frontdesk.conversationalpayment.collecting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Chosen;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wanted(List<Chosen> items, @Nullable Money amount, Asked asked, boolean cancelled) {
    public static final Wanted EMPTY = new Wanted(List.of(), null, Asked.NOTHING, false);

    public Wanted asking(Asked next) {
        return new Wanted(items, amount, next, cancelled);
    }

    Wanted withAmount(@Nullable Money other) {
        return new Wanted(items, other, asked, cancelled);
    }

    Wanted withItems(List<Chosen> others) {
        return new Wanted(others, amount, asked, cancelled);
    }

    public Wanted over() {
        return new Wanted(List.of(), null, Asked.NOTHING, true);
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
        return withItems(List.copyOf(all.values()));
    }
}
