package io.frontdesk.conversationalpayment.offering;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An offering; without a price it cannot be quoted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Offering(UUID id, String name, @Nullable Money price, @Nullable Boolean active) {
    public boolean bookable() {
        return active == null || active;
    }
}
