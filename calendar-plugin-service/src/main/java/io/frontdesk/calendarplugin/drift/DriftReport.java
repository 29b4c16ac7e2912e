package io.frontdesk.calendarplugin.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the calendar and our bookings differ.
 *
 * @param missingThere bookings of ours without an event
 * @param missingHere events that we do not know: of bookings that are over, or busy time not told
 * @param different bookings whose event is at another time
 */
public record DriftReport(
        Instant comparedAt,
        List<Difference> missingThere,
        List<Difference> missingHere,
        List<Difference> different,
        List<Repair> repairs) {

    /**
     * One difference.
     *
     * @param start of our booking, or of the event where we have none
     * @param thereStart of the event, where both exist
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            @Nullable UUID bookingId,
            @Nullable String eventId,
            Instant start,
            Instant end,
            @Nullable Instant thereStart,
            @Nullable Instant thereEnd) {}

    /**
     * A proposal.
     *
     * @param id names it to {@code drift/repairs}; the same proposal has the same id
     * @param action {@code write} our booking there, {@code overwrite} its event, {@code remove}
     *     the event of a booking that is over, or {@code reread} the calendar
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repair(String id, String action, @Nullable UUID bookingId, String description) {}
}
