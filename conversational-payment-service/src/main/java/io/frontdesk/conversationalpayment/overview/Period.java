package io.frontdesk.conversationalpayment.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from which and to which, both included, in UTC; at most 400 of them. */
record Period(LocalDate from, LocalDate to) {
    private static final int LONGEST = 400;
    private static final int USUAL = 30;

    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var end = to == null ? today : to;
        var start = from == null ? end.minusDays(USUAL) : from;
        if (start.isAfter(end) || start.plusDays(LONGEST).isBefore(end)) {
            throw new PeriodInvalid();
        }
        return new Period(start, end);
    }
}
