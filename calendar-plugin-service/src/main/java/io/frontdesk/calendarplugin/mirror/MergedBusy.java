package io.frontdesk.calendarplugin.mirror;

import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.BusySpan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Busy time without overlaps: what touches becomes one span, named by what it says. */
final class MergedBusy {
    private static final int LONGEST_TITLE = 200;
    private static final Duration LONGEST = Duration.ofDays(180);

    private MergedBusy() {}

    /** Merges events that are sorted by their start. */
    static List<BusySpan> of(List<MirroredEvent> events) {
        var spans = new ArrayList<BusySpan>();
        Instant start = null;
        Instant end = null;
        var titles = new LinkedHashSet<String>();
        for (var event : events) {
            if (start == null || end == null || event.start().isAfter(end)) {
                if (start != null && end != null) {
                    spans.add(span(start, end, titles));
                }
                start = event.start();
                end = event.end();
                titles.clear();
            } else if (event.end().isAfter(end)) {
                end = event.end();
            }
            if (event.title() != null) {
                titles.add(event.title());
            }
        }
        if (start != null && end != null) {
            spans.add(span(start, end, titles));
        }
        return spans;
    }

    /** Longer ones are cut to the window, as nobody takes spans of any length. */
    static List<BusySpan> within(Window window, List<MirroredEvent> events) {
        return of(
                events.stream()
                        .map(event ->
                                Duration.between(event.start(), event.end()).compareTo(LONGEST) > 0
                                        ? cut(event, window)
                                        : event)
                        .sorted(Comparator.comparing(MirroredEvent::start))
                        .toList());
    }

    private static MirroredEvent cut(MirroredEvent event, Window window) {
        var start = event.start().isBefore(window.from()) ? window.from() : event.start();
        var end = event.end().isAfter(window.to()) ? window.to() : event.end();
        return new MirroredEvent(event.id(), start, end, event.title());
    }

    private static BusySpan span(Instant start, Instant end, Set<String> titles) {
        var joined = String.join("; ", titles);
        var title = joined.substring(0, Math.min(joined.length(), LONGEST_TITLE));
        return new BusySpan(
                digest(start + "/" + end + "/" + title),
                start,
                end,
                title.isEmpty() ? null : title);
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var bytes = hash.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
