package io.frontdesk.calendarintegration.icalendar;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who invites: the organizer of the calendar entries and the sender of the mails.
 *
 * @param address where answers go
 * @param name shown beside it
 */
@Validated
@ConfigurationProperties("frontdesk.calendar.organizer")
public record OrganizerProperties(
        @Email @NotBlank @DefaultValue("calendar@localhost") String address,
        @NotBlank @DefaultValue("Frontdesk") String name) {}
