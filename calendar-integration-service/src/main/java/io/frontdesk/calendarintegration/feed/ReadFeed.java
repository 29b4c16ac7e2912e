package io.frontdesk.calendarintegration.feed;

import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.calendarintegration.booking.Bookings;
import io.frontdesk.calendarintegration.feed.Feeds.Opened;
import io.frontdesk.calendarintegration.icalendar.BookingCalendar;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a token's holder gets: a month back, a year ahead. */
@Component
class ReadFeed {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);
    private static final int MOST = 5_000;

    private final Feeds feeds;
    private final Resources resources;
    private final Bookings bookings;
    private final BookingCalendar calendars;
    private final Tenancy tenancy;
    private final Clock clock;

    ReadFeed(
            Feeds feeds,
            Resources resources,
            Bookings bookings,
            BookingCalendar calendars,
            Tenancy tenancy,
            Clock clock) {
        this.feeds = feeds;
        this.resources = resources;
        this.bookings = bookings;
        this.calendars = calendars;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * A calendar that is written out only when it is asked for.
     *
     * @param etag changes whenever what the feed tells does
     */
    record Calendar(String etag, Supplier<String> text) {}

    Calendar open(FeedToken token) {
        var opened = tenancy.asSystem(() -> feeds.open(token)).orElseThrow(FeedNotFound::new);
        return tenancy.as(opened.tenant(), () -> calendar(opened));
    }

    private Calendar calendar(Opened feed) {
        feeds.read(feed.resourceId());
        var name = resources.get(feed.resourceId()).name();
        var now = clock.instant();
        var found =
                bookings.between(feed.resourceId(), now.minus(BACK), now.plus(AHEAD), MOST).stream()
                        .filter(booking -> !booking.status().equalsIgnoreCase("cancelled"))
                        .toList();
        var named = feed.details().equals("full");
        return new Calendar(etag(name, named, found), () -> calendars.feed(name, found, named));
    }

    /** Weak: the same bookings are written with another DTSTAMP each time. */
    private static String etag(String name, boolean named, List<BookingFact> found) {
        var told = name + "\n" + named + "\n" + found;
        return "W/\"" + HexFormat.of().formatHex(FeedToken.sha256(told), 0, 16) + "\"";
    }
}
