package io.frontdesk.calendarplugin.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.caldav.DavStandIn.Fixed;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.provider.SampleBooking;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDifferencesTest {
    private static final Instant HOUR = Instant.parse("2026-11-25T10:00:00Z");
    private static final Window WINDOW =
            new Window(HOUR.minus(Duration.ofDays(1)), HOUR.plus(Duration.ofDays(6)));
    private static final String IN = DavStandIn.CALENDAR + "in.ics";
    private static final String SYNC = "<d:sync-token>t1</d:sync-token>";

    private final DavStandIn server = new DavStandIn();
    private final CalDavProvider provider = CalDavs.local();
    private final Access access =
            new Access(UUID.randomUUID(), server.address(), "anna@example.com", "secret");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsCalendarsThroughRedirectsAndLeavesTrashAndTasksOut() {
        assertThat(provider.calendars(access))
                .extracting(RemoteCalendar::id, RemoteCalendar::name)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "/dav/anna@example.com/personal/", "Persönlich"));
    }

    @Test
    void followsNoRedirectToAnotherOwner() {
        server.fixed.put("PROPFIND", new Fixed(301, Map.of("Location", "https://evil.org/"), ""));
        assertThatThrownBy(() -> provider.calendars(access)).isInstanceOf(ProviderRefused.class);
        server.fixed.put("PROPFIND", new Fixed(301, Map.of("Location", "/again"), ""));
        assertThatThrownBy(() -> provider.calendars(access)).hasMessageContaining("circles");
    }

    @Test
    void filtersByItselfWhatTheServerDoesNot() {
        put("in", HOUR);
        put("out", HOUR.plus(Duration.ofDays(30)));
        assertThat(read(null).changed()).extracting(RemoteEvent::id).hasSize(1);
    }

    @Test
    void fetchesOneByOneWhereTheServerCannotBeAskedByTime() {
        put("in", HOUR);
        server.fixed.put("REPORT calendar-query", new Fixed(501, Map.of(), ""));
        server.fixed.put(
                "PROPFIND " + DavStandIn.LISTING,
                DavStandIn.multistatus(
                        List.of(DavStandIn.response(IN, "<d:getetag>\"1\"</d:getetag>"))));
        assertThat(read(null).changed()).hasSize(1);
    }

    @Test
    void readsAnewOnlyWhenTheCtagChanged() {
        put("in", HOUR);
        var first = read(null);
        assertThat(first.complete()).isTrue();
        var same = read(first.syncToken());
        assertThat(same.changed()).isEmpty();
        assertThat(same.complete()).isFalse();
        server.calendarProperties = "<s:getctag>2</s:getctag>";
        assertThat(read(first.syncToken()).changed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403", "409", "507", "410"})
    void takesARefusedTokenForExpired(int status) {
        server.fixed.put(
                "REPORT sync-collection",
                new Fixed(
                        status,
                        Map.of(),
                        "<d:error xmlns:d=\"DAV:\"><d:valid-sync-token/></d:error>"));
        server.calendarProperties = SYNC;
        var token = read(null).syncToken();
        assertThatThrownBy(() -> read(token)).isInstanceOf(SyncTokenExpired.class);
    }

    @Test
    void goesOnWhereTheServerCutItsAnswerShort() {
        server.calendarProperties = SYNC;
        var short507 =
                "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>"
                        + DavStandIn.CALENDAR.replace("%40", "@")
                        + "</d:href><d:status>HTTP/1.1 507 No</d:status></d:response>"
                        + "<d:response><d:href>"
                        + DavStandIn.CALENDAR
                        + "gone.ics</d:href><d:status>HTTP/1.1 404 No</d:status></d:response>"
                        + "<d:sync-token>t2</d:sync-token></d:multistatus>";
        server.fixed.put("REPORT sync-collection", new Fixed(207, Map.of(), short507));
        var page = read(read(null).syncToken());
        assertThat(page.nextPage()).isEqualTo("sync:t2");
        assertThat(page.syncToken()).isNull();
        assertThat(page.removed()).contains("/dav/anna@example.com/personal/gone.ics");
    }

    @Test
    void asksForTheEtagThatAnAnswerDoesNotTellAndWritesOverWeakOnes() {
        server.etagPrefix = "W/";
        var ours = SampleBooking.in("Europe/Berlin");
        var written = provider.write(access, DavStandIn.CALENDAR, ours.at(0, HOUR), null);
        assertThat(written.etag()).isNotNull().doesNotStartWith("W/");
        var later = ours.at(1, HOUR.plusSeconds(60));
        var changed = provider.write(access, DavStandIn.CALENDAR, later, written.etag());
        assertThat(changed.etag()).isNotEqualTo(written.etag());
        assertThat(server.events).hasSize(1);
    }

    @Test
    void writesBesideAnEventInTheTrash() {
        server.trashed = true;
        var ours = SampleBooking.in("Europe/Berlin");
        var written = provider.write(access, DavStandIn.CALENDAR, ours.at(0, HOUR), null);
        assertThat(written.id()).endsWith("-2.ics");
        assertThat(server.events).hasSize(1);
    }

    @Test
    void waitsWhenAskedToAndGivesUpOnSilence() {
        server.fixed.put("PROPFIND", new Fixed(429, Map.of("Retry-After", "120"), ""));
        assertThatThrownBy(() -> read(null))
                .isInstanceOfSatisfying(
                        ProviderBusy.class,
                        busy -> assertThat(busy.pause()).isEqualTo(Duration.ofMinutes(2)));
        server.fixed.put("PROPFIND", new Fixed(500, Map.of(), ""));
        assertThatThrownBy(() -> read(null)).isInstanceOf(ProviderBusy.class);
        server.fixed.put("PUT", new Fixed(500, Map.of(), ""));
        var booking = SampleBooking.in("UTC").at(0, HOUR);
        assertThatThrownBy(() -> provider.write(access, DavStandIn.CALENDAR, booking, null))
                .isInstanceOf(ProviderSilent.class);
        server.fixed.put("PROPFIND", new Fixed(207, Map.of(), "x".repeat(50_000_000)));
        assertThatThrownBy(() -> read(null))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("larger");
        server.fixed.put(
                "PROPFIND", new Fixed(207, Map.of(), "<d:multistatus xmlns:d=\"DAV:\"><d:re"));
        assertThatThrownBy(() -> read(null)).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void tellsOfOneBadEventAndReadsTheRest() {
        put("good", HOUR);
        server.events.put(
                DavStandIn.CALENDAR + "bad.ics",
                SampleIcs.calendar("UID:bad\nDTSTART:20261125T100000Z\nRRULE:FREQ=SECONDLY\n"));
        var page = read(null);
        assertThat(page.changed()).hasSize(1);
        assertThat(page.problems()).hasSize(1);
        assertThat(page.problems().getFirst()).contains("bad.ics", "hourly");
    }

    private void put(String uid, Instant start) {
        server.events.put(
                DavStandIn.CALENDAR + uid + ".ics",
                SampleIcs.event(uid, "x", start, start.plusSeconds(3600)));
    }

    private ChangePage read(@Nullable String token) {
        return provider.changes(access, DavStandIn.CALENDAR, WINDOW, token, null);
    }
}
