package io.frontdesk.calendarintegration.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the API shows it.
 *
 * @param sequence how often it was changed
 * @param resourceIds all that are taken, the one that serves first
 * @param timeZone of the one that serves
 * @param seriesId of the series that it came with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(
        UUID id,
        Status status,
        int sequence,
        UUID offeringId,
        String offeringName,
        List<UUID> resourceIds,
        OffsetDateTime start,
        OffsetDateTime end,
        String timeZone,
        Attendee attendee,
        @Nullable String location,
        @Nullable UUID seriesId,
        OffsetDateTime createdAt,
        @Nullable Cancellation cancellation) {

    /**
     * What a cancellation came to.
     *
     * @param fee that is due by the offering's rules
     * @param withinDeadline whether it came early enough to cost nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cancellation(
            OffsetDateTime at,
            @Nullable Money fee,
            boolean withinDeadline,
            @Nullable String reason) {}

    /** How it stands. */
    public enum Status {
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("no_show")
        NO_SHOW,
        @JsonProperty("completed")
        COMPLETED;

        /** As the API and the database write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public BookingFact fact() {
        return new BookingFact(
                id,
                id + "@frontdesk",
                sequence,
                status.word(),
                offeringId,
                offeringName,
                resourceIds,
                start,
                end,
                timeZone,
                attendee,
                location);
    }
}
