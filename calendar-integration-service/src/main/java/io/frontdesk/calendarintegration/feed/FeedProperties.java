package io.frontdesk.calendarintegration.feed;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where calendar programs find the feeds.
 *
 * @param publicUrl the gateway's address as the world sees it
 */
@Validated
@ConfigurationProperties("frontdesk.calendar.feeds")
record FeedProperties(@NotNull @DefaultValue("http://localhost:8000") URI publicUrl) {}
