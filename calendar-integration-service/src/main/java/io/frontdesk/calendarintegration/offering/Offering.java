package io.frontdesk.calendarintegration.offering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be booked.
 *
 * @param resourceIds of which any one serves
 * @param alsoRequires groups, of each of which one resource must be free beside it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offering(
        UUID id,
        String name,
        @Nullable String description,
        Duration duration,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minimumNotice,
        Duration bookingWindow,
        Duration slotStep,
        int capacity,
        @Nullable Money price,
        List<UUID> resourceIds,
        List<List<UUID>> alsoRequires,
        Assignment assignment,
        List<CancellationRule> cancellation,
        boolean stopWhenStale,
        @Nullable String location,
        boolean active,
        OffsetDateTime createdAt) {

    /** Every resource that may have to do with it. */
    public List<UUID> allResources() {
        return Stream.concat(resourceIds.stream(), alsoRequires.stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** The share of the price that a cancellation costs so long before the start; none in time. */
    public Optional<BigDecimal> feeShare(Duration before) {
        return cancellation.stream()
                .filter(rule -> before.compareTo(rule.deadline()) < 0)
                .map(CancellationRule::feeShare)
                .max(BigDecimal::compareTo);
    }

    /** That share of the price, rounded to the currency. */
    public @Nullable Money fee(BigDecimal share) {
        return price == null ? null : price.multipliedBy(share, RoundingMode.HALF_UP);
    }
}
