package io.frontdesk.calendarplugin.calendly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.http.StandIn.Ask;
import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendlyReadingTest {
    private static final Instant NOW = CalendlyTrial.NOW;

    private final CalendlyTrial trial = new CalendlyTrial();

    @AfterEach
    void close() {
        trial.close();
    }

    private ChangePage page(@Nullable String next) {
        return trial.provider.changes(
                trial.access, CalendlyStandIn.USER, CalendlyTrial.WINDOW, null, next);
    }

    private List<RemoteEvent> all() {
        var events = new ArrayList<RemoteEvent>();
        String next = null;
        do {
            var told = page(next);
            assertThat(told.complete()).isTrue();
            assertThat(told.syncToken()).isNull();
            events.addAll(told.changed());
            next = told.nextPage();
        } while (next != null);
        return events;
    }

    private List<Ask> asked(String path) {
        return trial.server.asked().stream().filter(each -> each.path().equals(path)).toList();
    }

    @Test
    void hasTheUserAsItsOneCalendar() {
        var calendar = trial.provider.calendars(trial.access);
        assertThat(calendar).hasSize(1);
        assertThat(calendar.getFirst().id()).isEqualTo(CalendlyStandIn.USER);
        assertThat(calendar.getFirst().writable()).isFalse();
    }

    @Test
    void readsPageAfterPageButFollowsNoAddress() {
        for (int day = 1; day <= 5; day++) {
            var start = NOW.plus(Duration.ofDays(day));
            trial.calendly.schedule("event " + day, start, start.plusSeconds(1800));
        }
        assertThat(all()).hasSize(5);
        assertThat(asked("/scheduled_events")).hasSize(3);
    }

    @Test
    void asksForBusyTimesByTheWeekAndInTheFutureOnly() {
        trial.calendly.busy("external", NOW.plusSeconds(7200), NOW.plusSeconds(9000));
        var late = NOW.plus(Duration.ofDays(17));
        trial.calendly.busy("external", late, late.plusSeconds(600));
        trial.calendly.busy("calendly", NOW.plusSeconds(90_000), NOW.plusSeconds(93_600));
        assertThat(all())
                .extracting(RemoteEvent::start)
                .containsExactly(NOW.plusSeconds(7200), late);
        assertThat(asked("/user_busy_times")).hasSize(3);
    }

    @Test
    void tellsOneSpanOverTwoWeeksTwiceUnderOneId() {
        var seam = NOW.plusSeconds(30).plus(Duration.ofDays(7));
        trial.calendly.busy("external", seam.minusSeconds(600), seam.plusSeconds(600));
        assertThat(all())
                .hasSize(2)
                .extracting(RemoteEvent::id)
                .containsOnly(all().getFirst().id());
    }

    @Test
    void tellsWhatBeganBeforeTheWindow() {
        var from = CalendlyTrial.WINDOW.from();
        var id = trial.calendly.schedule("night", from.minusSeconds(3600), from.plusSeconds(3600));
        trial.calendly.schedule("over", from.minusSeconds(7200), from.minusSeconds(3600));
        assertThat(all()).extracting(RemoteEvent::id).containsExactly(id);
    }

    @Test
    void findsAnEventUntilItIsCancelled() {
        var id = trial.calendly.schedule("x", NOW.plusSeconds(60), NOW.plusSeconds(120));
        assertThat(find(id)).isNotNull();
        var event = trial.calendly.events.get(id);
        if (event != null) {
            event.put("status", "canceled");
        }
        assertThat(find(id)).isNull();
        assertThat(find("nothing")).isNull();
        assertThat(find("../users/me")).isNull();
        assertThat(find("busy-1-2")).isNull();
    }

    private @Nullable RemoteEvent find(String id) {
        return trial.provider.find(trial.access, CalendlyStandIn.USER, id).orElse(null);
    }

    @Test
    void takesNoAnswerThatLacksWhatItNeeds() {
        var odd = Reply.of(200, Map.of("collection", List.of(Map.of("uri", "x"))));
        trial.server.next(new Fault.Instead(odd));
        assertThatThrownBy(() -> page(null)).isInstanceOf(ProviderSilent.class);
        trial.server.next(new Fault.Instead(Reply.of(200, Map.of("collection", "none"))));
        assertThatThrownBy(() -> page(null)).isInstanceOf(ProviderSilent.class);
    }

    @Test
    void takesNoPageOfSomebodyElse() {
        assertThatThrownBy(() -> page("https://elsewhere.example"))
                .isInstanceOf(ProviderRefused.class);
    }
}
