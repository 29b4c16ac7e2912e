package io.frontdesk.calendarintegration.recurrence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** The second reading of a rule. */
final class LibRecur {
    private LibRecur() {}

    static List<LocalDateTime> dates(String rule, LocalDateTime start, int years, int most) {
        var dates = new ArrayList<LocalDateTime>();
        try {
            var all = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT).iterator(from(start));
            while (all.hasNext() && dates.size() < most) {
                var date = local(all.nextDateTime());
                if (date.isAfter(start.plusYears(years))) {
                    break;
                }
                dates.add(date);
            }
            return dates;
        } catch (InvalidRecurrenceRuleException invalid) {
            throw new IllegalArgumentException(rule, invalid);
        } catch (IllegalArgumentException | IllegalStateException nothingFound) {
            // "too many empty recurrence sets": it gives up where the rule names no more dates.
            return dates;
        }
    }

    private static DateTime from(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
