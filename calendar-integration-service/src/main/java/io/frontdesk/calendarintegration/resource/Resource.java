package io.frontdesk.calendarintegration.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.calendarintegration.hours.HoursException;
import io.frontdesk.calendarintegration.hours.WorkingHours;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that can be booked.
 *
 * @param timeZone in which its hours are meant
 * @param priority the lower number is chosen first
 * @param stale whether a calendar outside that it follows has not been heard of for too long
 * @param staleSince when it was heard of last, where that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resource(
        UUID id,
        String name,
        ResourceKind kind,
        String timeZone,
        List<WorkingHours> workingHours,
        List<HoursException> exceptions,
        List<UUID> holidayListIds,
        int priority,
        boolean active,
        boolean stale,
        @Nullable OffsetDateTime staleSince,
        OffsetDateTime createdAt) {}
