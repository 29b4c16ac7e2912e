package io.frontdesk.calendarintegration.resource;

import io.frontdesk.calendarintegration.clocktime.ZoneName;
import io.frontdesk.calendarintegration.hours.HoursException;
import io.frontdesk.calendarintegration.hours.WorkingHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is to be.
 *
 * @param kind absent: a person
 * @param workingHours of every week; without any it is open only where exceptions say so
 * @param holidayListIds lists of days on which it is closed, unless an exception opens them
 * @param priority the lower number is chosen first; absent: 0
 * @param active whether it can be booked; absent: yes
 */
record NewResource(
        @NotBlank @Size(max = 200) String name,
        @Nullable ResourceKind kind,
        @NotNull @ZoneName String timeZone,
        @NotNull @Size(max = 100) List<@Valid @NotNull WorkingHours> workingHours,
        @Nullable @Size(max = 500) List<@Valid @NotNull HoursException> exceptions,
        @Nullable @Size(max = 20) List<@NotNull UUID> holidayListIds,
        @Nullable @Min(-1000) @Max(1000) Integer priority,
        @Nullable Boolean active) {

    NewResource {
        kind = kind == null ? ResourceKind.PERSON : kind;
        exceptions = exceptions == null ? List.of() : exceptions;
        holidayListIds = holidayListIds == null ? List.of() : holidayListIds;
        priority = priority == null ? 0 : priority;
        active = active == null || active;
    }
}
