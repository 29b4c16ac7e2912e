package io.frontdesk.calendarintegration.waitinglist;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the waiting list works.
 *
 * @param offer how long an offered slot is kept
 */
@Validated
@ConfigurationProperties("frontdesk.calendar.waiting-list")
record WaitingListProperties(
        @DurationMin(seconds = 1) @DurationMax(days = 7) @DefaultValue("30m") Duration offer) {}
