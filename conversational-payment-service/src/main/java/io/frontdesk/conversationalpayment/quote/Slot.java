package io.frontdesk.conversationalpayment.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time that is held for the visitor while the quote stands. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slot(
        @NotNull UUID resourceId,
        @NotNull OffsetDateTime start,
        @NotNull OffsetDateTime end,
        @Nullable UUID holdId) {

    @AssertTrue(message = "must end after it starts") @JsonIgnore
    boolean isForward() {
        return start == null || end == null || start.isBefore(end);
    }

    /** In UTC and whole milliseconds, as it is stored and hashed. */
    public Slot exact() {
        return new Slot(resourceId, exact(start), exact(end), holdId);
    }

    private static OffsetDateTime exact(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
