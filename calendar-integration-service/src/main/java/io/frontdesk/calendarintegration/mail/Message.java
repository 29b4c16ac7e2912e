package io.frontdesk.calendarintegration.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param kind {@code confirmation}, {@code change}, {@code cancellation}, {@code reminder}, {@code
 *     offer}
 * @param calendar the attached iCalendar text
 * @param state {@code queued}, {@code sent}, {@code failed} for good, or {@code held}: no mail
 *     server is set, so it only stands here
 * @param attempts how often it was tried
 * @param problem what the last attempt failed on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        UUID id,
        String kind,
        @Nullable UUID bookingId,
        String recipientName,
        String recipientAddress,
        String subject,
        String text,
        @Nullable String calendar,
        @Nullable String calendarMethod,
        String state,
        int attempts,
        @Nullable String problem,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable OffsetDateTime sentAt) {}
