package io.frontdesk.conversationalpayment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item of the tenant's own.
 *
 * @param otherNames what visitors also call it
 * @param price for one; null for a deposit or voucher whose amount the visitor names
 * @param active whether it can be sold; an item that is taken out of sale stays readable
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueItem(
        UUID id,
        String name,
        Set<String> otherNames,
        ItemKind kind,
        @Nullable Money price,
        boolean active,
        OffsetDateTime createdAt) {}
