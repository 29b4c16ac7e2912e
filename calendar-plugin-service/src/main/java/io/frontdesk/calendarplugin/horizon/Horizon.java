package io.frontdesk.calendarplugin.horizon;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A provider's token together with the window that it was given for. Google and Graph go on telling
 * about the window of the first read, while the window that is asked for moves with the clock: what
 * lies beyond would never be told. So a first read looks ahead a little further, and when the
 * window has moved past that, the token counts as forgotten.
 */
public record Horizon(Window window, String token) {
    private static final Duration AHEAD = Duration.ofDays(2);
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,12})~(-?\\d{1,12})~(.+)");

    /** The window for a first read. */
    public static Window ahead(Window asked) {
        return new Window(
                Instant.ofEpochSecond(asked.from().getEpochSecond()),
                Instant.ofEpochSecond(asked.to().getEpochSecond() + 1).plus(AHEAD));
    }

    /**
     * Reads a token of ours back.
     *
     * @throws SyncTokenExpired when it is none, or does not reach over the window any more
     */
    public static Horizon of(String text, Window asked) {
        var horizon = read(text);
        if (horizon.window.from().isAfter(asked.from())
                || horizon.window.to().isBefore(asked.to())) {
            throw new SyncTokenExpired("The window moved on; the calendar is read anew.");
        }
        return horizon;
    }

    /** Reads a page's mark back; the pages of one read keep its window. */
    public static Horizon read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new SyncTokenExpired("This sync token is not ours.");
        }
        return new Horizon(
                new Window(
                        Instant.ofEpochSecond(Long.parseLong(parts.group(1))),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(2)))),
                parts.group(3));
    }

    public Horizon with(String token) {
        return new Horizon(window, token);
    }

    public String text() {
        return window.from().getEpochSecond() + "~" + window.to().getEpochSecond() + "~" + token;
    }

    /** Whether an event touches the window at all. */
    public boolean sees(Instant start, Instant end) {
        return start.isBefore(window.to()) && !end.isBefore(window.from());
    }
}
