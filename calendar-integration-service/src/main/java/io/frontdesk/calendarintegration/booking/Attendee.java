package io.frontdesk.calendarintegration.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.calendarintegration.clocktime.ZoneName;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who comes.
 *
 * @param timeZone in which times are told to them; absent: that of the resource
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attendee(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line") String name,
        @NotBlank @Size(max = 254) @Email @Pattern(regexp = "[^\\s\\p{Cntrl}]+", message = "must be an address") String email,
        @Nullable @ZoneName String timeZone) {}
