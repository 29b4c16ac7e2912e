package io.frontdesk.calendarplugin.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GoogleReadingTest {
    private static final Instant TEN = Instant.parse("2026-03-10T09:00:00Z");

    private final GoogleTrial trial = new GoogleTrial();
    private final GoogleStandIn google = trial.google;

    @AfterEach
    void close() {
        trial.close();
    }

    private ChangePage changes(@Nullable String token, @Nullable String page) {
        return trial.provider.changes(
                trial.access, GoogleStandIn.CALENDAR, GoogleTrial.WINDOW, token, page);
    }

    private RemoteEvent only(ObjectNode event) {
        google.store(event);
        return changes(null, null).changed().getFirst();
    }

    private ObjectNode timed(String id) {
        return google.timed(id, TEN, TEN.plusSeconds(3600));
    }

    @Test
    void listsEveryPageOfCalendars() {
        var calendars = trial.provider.calendars(trial.access);
        assertThat(calendars).hasSize(2);
        assertThat(calendars.getFirst().name()).isEqualTo("Praxis");
        assertThat(calendars.getFirst().writable()).isTrue();
        assertThat(calendars.getLast().writable()).isFalse();
        assertThat(calendars.getLast().timeZone()).as("a zone that is none").isEqualTo("Z");
    }

    @Test
    void asksForTimesOnTheFirstReadOnly() {
        google.pageSize = 1;
        google.store(timed("one"));
        google.store(timed("two"));
        var first = changes(null, null);
        assertThat(first.syncToken()).isNull();
        assertThat(trial.server.last().query()).containsKeys("timeMin", "timeMax");
        var second = changes(null, first.nextPage());
        assertThat(second.nextPage()).isNull();
        assertThat(trial.server.last().query())
                .containsKeys("timeMin", "timeMax", "pageToken")
                .containsEntry("singleEvents", "true");
        changes(second.syncToken(), null);
        assertThat(trial.server.last().query())
                .containsKey("syncToken")
                .doesNotContainKeys("timeMin", "timeMax");
    }

    @Test
    void beginsADayAtItsCalendarsMidnightAcrossAClockChange() {
        var event = google.timed("day", TEN, TEN);
        event.putObject("start").put("date", "2026-03-29");
        event.putObject("end").put("date", "2026-03-30");
        var day = only(event);
        assertThat(day.allDay()).isTrue();
        assertThat(day.start()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(day.end()).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(trial.provider.find(trial.access, GoogleStandIn.CALENDAR, "day"))
                .hasValueSatisfying(found -> assertThat(found.start()).isEqualTo(day.start()));
    }

    @Test
    void isNotBusyWhereTheOwnerIsNot() {
        var declined = timed("declined");
        declined.putArray("attendees")
                .addObject()
                .put("self", true)
                .put("responseStatus", "declined");
        assertThat(only(declined).busy()).isFalse();
        google.events.clear();
        assertThat(only(timed("free").put("transparency", "transparent")).busy()).isFalse();
        google.events.clear();
        assertThat(only(timed("home").put("eventType", "workingLocation")).busy()).isFalse();
        google.events.clear();
        var others = timed("others");
        others.putArray("attendees").addObject().put("responseStatus", "declined");
        assertThat(only(others).busy()).isTrue();
    }

    @Test
    void tellsOccurrencesWithTheirExceptions() {
        google.pageSize = 10;
        google.store(timed("series_20260310T090000Z").put("recurringEventId", "series"));
        var moved =
                google.timed(
                        "series_20260317T090000Z", TEN.plusSeconds(7200), TEN.plusSeconds(9000));
        google.store(moved.put("recurringEventId", "series"));
        google.store(timed("series_20260324T090000Z").put("recurringEventId", "series"));
        google.cancel("series_20260324T090000Z");
        var page = changes(null, null);
        assertThat(page.changed())
                .extracting(RemoteEvent::start)
                .containsExactly(TEN, TEN.plusSeconds(7200));
        assertThat(page.removed()).containsExactly("series_20260324T090000Z");
    }

    @Test
    void tellsAnEventThatLeftTheWindowAsGone() {
        google.store(timed("moves"));
        var token = changes(null, null).syncToken();
        var far = TEN.plus(Duration.ofDays(400));
        google.store(google.timed("moves", far, far.plusSeconds(60)));
        var page = changes(token, null);
        assertThat(page.changed()).isEmpty();
        assertThat(page.removed()).containsExactly("moves");
    }

    @Test
    void readsAnewWhenTheWindowMovedOn() {
        var token = changes(null, null).syncToken();
        var later =
                new Window(
                        GoogleTrial.WINDOW.from().plus(Duration.ofDays(3)),
                        GoogleTrial.WINDOW.to().plus(Duration.ofDays(3)));
        assertThatThrownBy(() ->
                        trial.provider.changes(
                                trial.access, GoogleStandIn.CALENDAR, later, token, null))
                .isInstanceOf(SyncTokenExpired.class);
    }

    @Test
    void takesATokenThatGoogleNeverGaveForExpired() {
        var token = changes(null, null).syncToken() + "x";
        assertThatThrownBy(() -> changes(token, null)).isInstanceOf(SyncTokenExpired.class);
    }

    @Test
    void takesNoHalfPage() {
        google.store(timed("one"));
        trial.server.next(new Fault.Cut());
        assertThatThrownBy(() -> changes(null, null)).isInstanceOf(ProviderSilent.class);
        assertThat(changes(null, null).changed()).hasSize(1);
    }

    @Test
    void tellsSpeedFromRights() {
        for (var reason : new String[] {"rateLimitExceeded", "userRateLimitExceeded"}) {
            trial.server.next(
                    new Fault.Instead(GoogleStandIn.error(403, reason).with("Retry-After", "3")));
            assertThatThrownBy(() -> changes(null, null))
                    .isInstanceOfSatisfying(
                            ProviderBusy.class,
                            busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(3)));
        }
        trial.server.next(new Fault.Instead(GoogleStandIn.error(403, "insufficientPermissions")));
        assertThatThrownBy(() -> changes(null, null))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining("insufficientPermissions");
    }

    @Test
    void skipsAnEventWithoutATime() {
        google.store(timed("fine"));
        var broken = changes(null, null);
        var strange = Reply.of(200, Map.of("items", List.of(Map.of("id", "odd", "status", "x"))));
        trial.server.next(new Fault.Instead(strange));
        assertThat(changes(broken.syncToken(), null).removed()).containsExactly("odd");
    }
}
