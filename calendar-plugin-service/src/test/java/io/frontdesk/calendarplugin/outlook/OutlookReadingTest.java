package io.frontdesk.calendarplugin.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class OutlookReadingTest {
    private static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");

    private final OutlookTrial trial = new OutlookTrial();
    private final OutlookStandIn outlook = trial.outlook;

    @AfterEach
    void close() {
        trial.close();
    }

    private ChangePage changes(@Nullable String token, @Nullable String page) {
        return trial.provider.changes(
                trial.access, OutlookStandIn.CALENDAR, OutlookTrial.WINDOW, token, page);
    }

    private RemoteEvent only(ObjectNode event) {
        outlook.store(event);
        return changes(null, null).changed().getFirst();
    }

    private static ObjectNode timed() {
        return OutlookStandIn.timed("x", TEN, TEN.plusSeconds(3600));
    }

    private static ObjectNode day(String from, String to) {
        var event = timed().put("isAllDay", true);
        OutlookStandIn.times(event, Instant.parse(from), Instant.parse(to));
        return event;
    }

    @Test
    void tellsTheMailboxsZoneWhereItMay() {
        assertThat(trial.provider.calendars(trial.access).getFirst().timeZone())
                .isEqualTo("Europe/Berlin");
        outlook.mailboxZone = "";
        assertThat(trial.provider.calendars(trial.access).getFirst().timeZone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "free, organizer, false, false",
        "workingElsewhere, organizer, false, false",
        "tentative, tentativelyAccepted, false, true",
        "oof, organizer, false, true",
        "busy, notResponded, false, true",
        "unknown, none, false, true",
        "busy, declined, false, false",
        "busy, organizer, true, false"
    })
    void knowsWhoIsBusy(String showAs, String response, boolean cancelled, boolean busy) {
        var event = timed().put("showAs", showAs).put("isCancelled", cancelled);
        event.putObject("responseStatus").put("response", response);
        assertThat(only(event).busy()).isEqualTo(busy);
    }

    @Test
    void beginsADayAtTheMailboxsMidnightAcrossAClockChange() {
        var day = only(day("2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z"));
        assertThat(day.allDay()).isTrue();
        assertThat(day.start()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(day.end()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void takesTheEventsOwnZoneWhereTheMailboxsIsNotTold() {
        outlook.mailboxZone = "";
        var event = day("2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z");
        var day = only(event.put("originalStartTimeZone", "Eastern Standard Time"));
        assertThat(day.start()).isEqualTo("2026-03-08T05:00:00Z");
        assertThat(day.end()).isEqualTo("2026-03-09T04:00:00Z");
    }

    @Test
    void readsTimesInAWindowsZone() {
        var event = timed();
        event.putObject("start")
                .put("dateTime", "2026-03-10T10:00:00.0000000")
                .put("timeZone", "W. Europe Standard Time");
        outlook.store(event);
        var found =
                trial.provider.find(
                        trial.access, OutlookStandIn.CALENDAR, event.path("id").asString());
        assertThat(found).hasValueSatisfying(each -> assertThat(each.start()).isEqualTo(TEN));
    }

    @Test
    void fillsAnOccurrenceFromItsSeries() {
        outlook.pageSize = 10;
        var master = timed().put("type", "seriesMaster").put("showAs", "free").put("subject", "s");
        outlook.store(master);
        outlook.store(occurrence(master, TEN.plusSeconds(86_400)));
        var exception = timed().put("type", "exception");
        outlook.store(exception.put("seriesMasterId", master.path("id").asString()));
        var told = changes(null, null);
        assertThat(told.changed()).hasSize(2);
        assertThat(told.changed().getFirst().busy()).as("as its series").isFalse();
        assertThat(told.changed().getFirst().title()).isEqualTo("s");
        assertThat(told.changed().getLast().busy()).as("by itself").isTrue();
        outlook.store(occurrence(master, TEN.plusSeconds(172_800)));
        var later = changes(told.syncToken(), null);
        assertThat(later.changed()).extracting(RemoteEvent::busy).containsExactly(false);
        assertThat(trial.server.last().path()).endsWith(master.path("id").asString());
    }

    @Test
    void beginsADayOfASeriesAtTheMailboxsMidnight() {
        outlook.pageSize = 10;
        var master = day("2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");
        outlook.store(master.put("type", "seriesMaster"));
        var slim = occurrence(master, TEN);
        OutlookStandIn.times(
                slim, Instant.parse("2026-04-07T00:00:00Z"), Instant.parse("2026-04-08T00:00:00Z"));
        var day = only(slim);
        assertThat(day.allDay()).isTrue();
        assertThat(day.start()).isEqualTo("2026-04-06T22:00:00Z");
        assertThat(day.end()).isEqualTo("2026-04-07T22:00:00Z");
    }

    /** As a delta tells it: times and not much more. */
    private static ObjectNode occurrence(ObjectNode master, Instant start) {
        var slim = OutlookStandIn.timed("", start, start.plusSeconds(3600));
        slim.remove("showAs");
        slim.remove("subject");
        slim.remove("isAllDay");
        slim.remove("isCancelled");
        slim.remove("responseStatus");
        slim.put("type", "occurrence");
        return slim.put("seriesMasterId", master.path("id").asString());
    }

    @Test
    void keepsAWindowInItsToken() {
        outlook.pageSize = 1;
        outlook.store(timed());
        outlook.store(timed());
        var first = changes(null, null);
        assertThat(first.syncToken()).isNull();
        var second = changes(null, first.nextPage());
        assertThat(trial.server.last().query()).containsOnlyKeys("$skiptoken");
        assertThat(changes(second.syncToken(), null).changed()).isEmpty();
        var later =
                new Window(
                        OutlookTrial.WINDOW.from().plus(Duration.ofDays(3)),
                        OutlookTrial.WINDOW.to().plus(Duration.ofDays(3)));
        assertThatThrownBy(() ->
                        trial.provider.changes(
                                trial.access,
                                OutlookStandIn.CALENDAR,
                                later,
                                second.syncToken(),
                                null))
                .isInstanceOf(SyncTokenExpired.class);
    }

    @Test
    void followsNoLinkToAnotherHost() {
        outlook.linkRoot = "https://graph.example.com/v1.0";
        assertThatThrownBy(() -> changes(null, null)).isInstanceOf(ProviderRefused.class);
        outlook.linkRoot = "";
        var elsewhere = changes(null, null).syncToken();
        assertThat(elsewhere).isNotNull();
        var forged = elsewhere.replace("127.0.0.1", "127.0.0.2");
        var before = trial.server.asked().size();
        assertThatThrownBy(() -> changes(forged, null)).isInstanceOf(SyncTokenExpired.class);
        assertThat(trial.server.asked()).hasSize(before);
    }

    @Test
    void readsAnewWhenGraphAsksForIt() {
        outlook.store(timed());
        var token = changes(null, null).syncToken();
        trial.server.next(new Fault.Instead(OutlookStandIn.error(400, "resyncRequired")));
        assertThatThrownBy(() -> changes(token, null)).isInstanceOf(SyncTokenExpired.class);
        trial.server.next(new Fault.Instead(OutlookStandIn.error(403, "ErrorAccessDenied")));
        assertThatThrownBy(() -> changes(token, null)).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void takesNoHalfPage() {
        outlook.store(timed());
        trial.server.next(new Fault.Cut());
        assertThatThrownBy(() -> changes(null, null)).isInstanceOf(ProviderSilent.class);
        assertThat(changes(null, null).changed()).hasSize(1);
    }
}
