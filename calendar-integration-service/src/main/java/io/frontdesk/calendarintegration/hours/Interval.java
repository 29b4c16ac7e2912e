package io.frontdesk.calendarintegration.hours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of time in seconds since 1970.
 *
 * @param from its first second
 * @param to the first second after it
 */
public record Interval(long from, long to) {
    /** Sorted, and with what overlaps or touches put together. */
    public static List<Interval> union(List<Interval> intervals) {
        var sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingLong(Interval::from));
        var union = new ArrayList<Interval>(sorted.size());
        for (var next : sorted) {
            var last = union.isEmpty() ? null : union.getLast();
            if (last != null && next.from <= last.to) {
                union.set(union.size() - 1, new Interval(last.from, Math.max(last.to, next.to)));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    /** The last of sorted, disjoint intervals that begins at the time or before, or -1. */
    public static int lastUpTo(List<Interval> union, long time) {
        int low = 0;
        int high = union.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (union.get(middle).from <= time) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Whether one of sorted, disjoint intervals holds the whole of a piece of time. */
    public static boolean covers(List<Interval> union, long from, long to) {
        int last = lastUpTo(union, from);
        return last >= 0 && to <= union.get(last).to;
    }

    /** Whether any of sorted, disjoint intervals shares time with a piece of time. */
    public static boolean touches(List<Interval> union, long from, long to) {
        int last = lastUpTo(union, to - 1);
        return last >= 0 && union.get(last).to > from;
    }
}
