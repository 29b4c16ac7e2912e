package io.frontdesk.calendarintegration.icsfile;

import io.frontdesk.calendarintegration.icsfile.EventTimes.Window;
import io.frontdesk.calendarintegration.icsfile.IcsFile.Skipped;
import io.frontdesk.starter.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Reads iCalendar files of unknown origin. ical4j takes the lines apart; their meaning is taken
 * from the JDK's zones and {@code Recurrence} alone, so that nothing in a file is looked up, kept
 * or unrolled beyond the window. At most 1 MB, 1,000 events, 10,000 times and some seconds of work.
 */
public final class IcsReader {
    public static final int LARGEST = 1_048_576;
    private static final int MOST_TIMES = 10_000;

    /** Nanoseconds. Each rule is bounded, but a thousand of the worst kind take a minute. */
    private static final long PATIENCE = 5_000_000_000L;

    private IcsReader() {}

    /** More than 1 MB. */
    @Problem(
            status = HttpStatus.CONTENT_TOO_LARGE,
            type = "calendar-file-too-large",
            title = "Calendar file too large")
    public static class TooLarge extends RuntimeException {
        TooLarge() {
            super("A calendar file has at most 1 MB.");
        }
    }

    /**
     * Reads what a file says about the days from {@code from} to {@code to}, both included.
     *
     * @param charset as the sender names it; null for UTF-8, or UTF-16 with a byte order mark
     * @param zone for times that name none
     * @throws IcsRefused when the file is no calendar, or not understood for sure
     * @throws TooLarge when it has more than 1 MB
     */
    public static IcsFile read(
            byte[] file, @Nullable String charset, ZoneId zone, LocalDate from, LocalDate to) {
        if (file.length > LARGEST) {
            throw new TooLarge();
        }
        var begun = System.nanoTime();
        var lines = new IcsLines();
        parse(FileText.of(file, charset), lines);
        var skipped = new ArrayList<Skipped>();
        var events = new ArrayList<IcsEvent>();
        var window = new Window(from.atStartOfDay(), to.plusDays(1).atStartOfDay().minusSeconds(1));
        var zones = new Zones(lines.places(), zone);
        var changed = lines.events().stream().collect(Collectors.groupingBy(IcsLines.Event::uid));
        for (var event : lines.events()) {
            var siblings = changed.getOrDefault(event.uid(), List.of());
            var times = new EventTimes(event, zones).within(window, siblings, skipped);
            events.addAll(times);
            if (events.size() > MOST_TIMES) {
                throw new IcsRefused("The file has more than 10,000 times in its window.");
            }
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IcsRefused("The rules of the file take too long to work out.");
            }
        }
        events.sort(Comparator.comparing(IcsEvent::start).thenComparing(IcsEvent::title));
        return new IcsFile(lines.name(), events, skipped);
    }

    private static void parse(String text, IcsLines lines) {
        try {
            new CalendarParserImpl().parse(new StringReader(text), lines);
        } catch (ParserException malformed) {
            throw new IcsRefused("Line " + malformed.getLineNo() + " is no line of a calendar.");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IcsRefused refused) {
            throw refused;
        } catch (RuntimeException malformed) {
            throw new IcsRefused("The file is not a well-formed calendar.");
        }
        if (!lines.complete()) {
            throw new IcsRefused("The file ends within a calendar.");
        }
    }
}
