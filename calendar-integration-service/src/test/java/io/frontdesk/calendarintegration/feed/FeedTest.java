package io.frontdesk.calendarintegration.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.InvitationApp;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedTest extends InvitationApp {
    @Test
    void isReadByWhoeverHasTheAddress() {
        var resource = newResource();
        var soon = clock.instant().plus(Duration.ofDays(2));
        newBooking(resource, soon, "Ada Lovelace", "ada@example.com");
        newBooking(resource, soon.minus(Duration.ofDays(40)), "Long Ago", "old@example.com");
        newBooking(newResource(), soon, "Bob Other", "bob@example.com");

        var made = post(feed(resource), "{\"details\":\"full\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var token = made.json().get("token").stringValue();
        assertThat(token).hasSize(43);
        assertThat(made.json().get("url").stringValue())
                .isEqualTo("http://localhost:8000/api/calendar/feeds/" + token + ".ics");

        var read = anybody(token);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.whole().headers().firstValue("content-type"))
                .hasValue("text/calendar;charset=UTF-8");
        assertThat(read.body())
                .startsWith("BEGIN:VCALENDAR")
                .contains("SUMMARY:Haircut: Ada Lovelace", "X-WR-CALNAME:Chair 1")
                .doesNotContain("Long Ago", "Bob", "@example.com");
        assertThat(get(feed(resource)).json().get("details").stringValue()).isEqualTo("full");
        assertThat(get(feed(resource)).json().has("lastReadAt")).isTrue();
        assertThat(get(feed(resource)).body()).doesNotContain(token);
    }

    @Test
    void tellsOnlyTimesUnlessAskedForMore() {
        var resource = newResource();
        var soon = clock.instant().plus(Duration.ofDays(2));
        newBooking(resource, soon, "Ada Lovelace", "ada@example.com");
        var token = token(resource);
        assertThat(anybody(token).body())
                .contains("SUMMARY:Busy")
                .doesNotContain("Ada")
                .doesNotContain("Haircut")
                .doesNotContain("Main St");
    }

    @Test
    void saysWhenNothingHasChanged() {
        var resource = newResource();
        var soon = clock.instant().plus(Duration.ofDays(2));
        var booking = newBooking(resource, soon, "Ada", "ada@example.com");
        var token = token(resource);
        var etag = anybody(token).whole().headers().firstValue("etag").orElseThrow();
        clock.advance(Duration.ofSeconds(2));

        var again = anybody(token, "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        change(booking, Kind.CANCELLED, "status = 'cancelled', sequence = sequence + 1");
        var changed = anybody(token, "If-None-Match", etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void endsWhenRevokedOrMadeAnew() {
        var resource = newResource();
        var first = token(resource);
        var second = token(resource);
        assertThat(anybody(first).status()).isEqualTo(404);
        assertThat(anybody(second).status()).isEqualTo(200);
        assertThat(delete(feed(resource)).status()).isEqualTo(204);
        var gone = anybody(second);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body().replaceAll("\"(traceId|instance)\":\"[^\"]*\"", ""))
                .isEqualTo(
                        anybody("nonsense")
                                .body()
                                .replaceAll("\"(traceId|instance)\":\"[^\"]*\"", ""));
        assertThat(get(feed(resource)).status()).isEqualTo(404);
        assertThat(delete(feed(resource)).status()).isEqualTo(404);
    }

    @Test
    void keepsNoToken() {
        var token = token(newResource());
        var kept =
                asTenant(() ->
                        jdbc.sql("select encode(token_hash, 'hex') || details from feed")
                                .query(String.class)
                                .list()
                                .toString());
        assertThat(kept).doesNotContain(token);
        assertThat(new FeedToken(token)).asString().doesNotContain(token);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var resource = newResource();
        assertThat(post(feed(resource), "{\"details\":\"all\"}").status()).isEqualTo(400);
        assertThat(post(feed(resource), "{\"detail\":\"full\"}").status()).isEqualTo(400);
        assertThat(post(feed(UUID.randomUUID()), null).status()).isEqualTo(404);
        assertThat(anybody("%00").status()).isBetween(400, 404);
        assertThat(anybody("x".repeat(4_000)).status()).isEqualTo(404);
    }

    private String token(UUID resource) {
        return post(feed(resource), null).json().get("token").stringValue();
    }

    private Answer anybody(String token, String... headers) {
        var all = headers.length == 0 ? new String[] {"Accept", "*/*"} : headers;
        return send(null, "GET", "/api/calendar/feeds/" + token + ".ics", (byte[]) null, all);
    }

    private static String feed(UUID resource) {
        return "/api/calendar/resources/" + resource + "/feed";
    }
}
