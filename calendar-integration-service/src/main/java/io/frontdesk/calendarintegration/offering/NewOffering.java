package io.frontdesk.calendarintegration.offering;

import io.frontdesk.calendarintegration.clocktime.WholeMinutes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an offering is to be. Lengths of time are whole minutes.
 *
 * @param duration PT1M–P7D
 * @param bufferBefore kept free before each appointment, up to a day; absent: none
 * @param bufferAfter kept free after each appointment, up to a day; absent: none
 * @param minimumNotice between booking and start, up to a year; absent: none
 * @param bookingWindow how far ahead can be booked, PT1H–P730D; absent: P365D
 * @param slotStep between the starts of slots, PT5M–P1D, counted from each opening; absent: the
 *     duration, at most PT1H and at least PT5M
 * @param capacity seats of one session, 1–1000; absent: 1
 * @param resourceIds of which any one serves
 * @param alsoRequires groups, of each of which one resource must be free beside it
 * @param assignment who serves when the caller names nobody; absent: the least busy
 * @param cancellation rules of which the dearest one that applies counts
 * @param stopWhenStale whether nothing can be booked while a followed calendar is stale
 */
record NewOffering(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description,
        @NotNull @WholeMinutes(min = "PT1M", max = "P7D") Duration duration,
        @Nullable @WholeMinutes(max = "P1D") Duration bufferBefore,
        @Nullable @WholeMinutes(max = "P1D") Duration bufferAfter,
        @Nullable @WholeMinutes(max = "P366D") Duration minimumNotice,
        @Nullable @WholeMinutes(min = "PT1H", max = "P730D") Duration bookingWindow,
        @Nullable @WholeMinutes(min = "PT5M", max = "P1D") Duration slotStep,
        @Nullable @Min(1) @Max(1000) Integer capacity,
        @Nullable Money price,
        @NotEmpty @Size(max = 100) List<@NotNull UUID> resourceIds,
        @Nullable @Size(max = 5) List<@NotEmpty @Size(max = 50) List<@NotNull UUID>> alsoRequires,
        @Nullable Assignment assignment,
        @Nullable @Size(max = 5) List<@Valid @NotNull CancellationRule> cancellation,
        @Nullable Boolean stopWhenStale,
        @Nullable @Size(max = 500) String location,
        @Nullable Boolean active) {

    @AssertTrue(message = "must not be negative") boolean isPrice() {
        return price == null || !price.isNegative();
    }

    static Duration step(@Nullable Duration given, Duration duration) {
        if (given != null) {
            return given;
        }
        long minutes = Math.clamp(duration.toMinutes(), 5, 60);
        return Duration.ofMinutes(minutes);
    }
}
