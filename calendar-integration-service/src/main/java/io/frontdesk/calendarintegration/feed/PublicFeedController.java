package io.frontdesk.calendarintegration.feed;

import io.frontdesk.starter.identity.PublicPaths;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Read by calendar programs, which have no other credential than the address. */
@RestController
class PublicFeedController {
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ReadFeed feeds;

    PublicFeedController(ReadFeed feeds) {
        this.feeds = feeds;
    }

    @Bean
    static PublicPaths feedPaths() {
        return new PublicPaths("/api/calendar/feeds/*");
    }

    @GetMapping(path = "/api/calendar/feeds/{token}.ics", produces = "text/calendar")
    @Operation(
            summary = "The bookings of a resource, for calendar programs",
            description = "Needs no credential but the token. Answers 304 to a current ETag.")
    @Nullable ResponseEntity<byte[]> readFeed(@PathVariable String token, WebRequest request) {
        var calendar = feeds.open(new FeedToken(token));
        if (request.checkNotModified(calendar.etag())) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(calendar.etag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(calendar.text().get().getBytes(StandardCharsets.UTF_8));
    }
}
