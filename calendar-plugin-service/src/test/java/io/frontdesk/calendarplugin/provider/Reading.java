package io.frontdesk.calendarplugin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a provider tells, page by page to the end. */
final class Reading {
    private static final int MOST_PAGES = 50;

    private final CalendarProviderConformance suite;

    Reading(CalendarProviderConformance suite) {
        this.suite = suite;
    }

    /** Everything in a week around the suite's hour. */
    Told all() {
        return since(null);
    }

    Told since(@Nullable String token) {
        var asked = suite.provider().capabilities().incrementalSync() ? token : null;
        var changed = new ArrayList<RemoteEvent>();
        var removed = new ArrayList<String>();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var told =
                    suite.provider()
                            .changes(suite.access(), suite.calendarId(), window(), asked, next);
            changed.addAll(told.changed());
            removed.addAll(told.removed());
            next = told.nextPage();
            if (next == null) {
                return new Told(changed, removed, told.syncToken(), told.complete());
            }
            assertThat(told.syncToken()).as("a token before the last page").isNull();
        }
        throw new AssertionError("more than " + MOST_PAGES + " pages");
    }

    ChangePage page(Access access, String calendarId, @Nullable String token) {
        return suite.provider().changes(access, calendarId, window(), token, null);
    }

    private Window window() {
        return new Window(
                suite.hour().minus(Duration.ofDays(1)), suite.hour().plus(Duration.ofDays(6)));
    }

    /** What all pages told together. */
    record Told(
            List<RemoteEvent> changed,
            List<String> removed,
            @Nullable String syncToken,
            boolean complete) {
        /** Whether the event is no longer there, however the provider tells it. */
        boolean gone(String id) {
            if (changed.stream().anyMatch(event -> event.id().equals(id) && event.busy())) {
                return false;
            }
            return complete
                    || removed.stream()
                            .anyMatch(each ->
                                    each.equals(id) || (each.endsWith("#") && id.startsWith(each)));
        }
    }
}
