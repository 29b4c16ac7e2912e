package io.frontdesk.calendarplugin.sync;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calendars are kept in step.
 *
 * @param interval between two syncs of a connection, when nothing asks for one
 * @param jitter the part of the interval by which it may be longer or shorter, so that connections
 *     do not all ask at once
 * @param past how far back calendars are read
 * @param future how far ahead, unless the provider tells less
 * @param reread after which everything in the window is read anew, as time moves the window on
 * @param lease after which a sync counts as dead, and another may begin
 */
@Validated
@ConfigurationProperties("frontdesk.calendar-plugin.sync")
record SyncProperties(
        @DefaultValue("5m") Duration interval,
        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("0.9") double jitter,
        @DefaultValue("1d") Duration past,
        @DefaultValue("180d") Duration future,
        @DefaultValue("1d") Duration reread,
        @DefaultValue("10m") Duration lease) {}
