package io.frontdesk.calendarintegration.feed;

import io.frontdesk.calendarintegration.feed.Feeds.Feed;
import io.frontdesk.calendarintegration.resource.Resources;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/resources/{id}/feed")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
@EnableConfigurationProperties(FeedProperties.class)
class FeedController {
    private final Feeds feeds;
    private final Resources resources;
    private final FeedProperties properties;

    FeedController(Feeds feeds, Resources resources, FeedProperties properties) {
        this.feeds = feeds;
        this.resources = resources;
        this.properties = properties;
    }

    /**
     * What a feed is to tell.
     *
     * @param details {@code busy} (default): times only; {@code full}: offerings and names too
     */
    record NewFeed(@Nullable @Pattern(regexp = "busy|full") String details) {}

    /**
     * Shown once.
     *
     * @param url to be given to a calendar program; whoever has it can read
     */
    record CreatedFeed(URI url, String token) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a feed of the resource's bookings; an older one ends")
    CreatedFeed createFeed(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable NewFeed feed) {
        resources.get(id);
        var details = feed == null || feed.details() == null ? "busy" : feed.details();
        var token = FeedToken.random();
        feeds.put(id, details, token);
        var url = properties.publicUrl() + "/api/calendar/feeds/" + token.value() + ".ics";
        return new CreatedFeed(URI.create(url), token.value());
    }

    @GetMapping
    @Operation(summary = "Whether the resource has a feed; the token is not told again")
    Feed getFeed(@PathVariable UUID id) {
        return feeds.get(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeFeed(@PathVariable UUID id) {
        feeds.revoke(id);
    }
}
