package io.frontdesk.calendarintegration.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;

/**
 * Recurrence, ical4j and lib-recur read the same rules. They differ in these classes, and only
 * there:
 *
 * <ol>
 *   <li>WKST: RFC 5545 says Monday where it is not given; ical4j takes Sunday. Recurrence says it.
 *   <li>BYMONTH in a weekly rule limits each date; ical4j asks one day of each week. Recurrence
 *       limits each date, as lib-recur does.
 *   <li>BYSETPOS in a yearly rule counts within the whole year; lib-recur leaves out what lies
 *       before the start. Recurrence follows ical4j.
 *   <li>Week 53 where the week does not start on Monday: lib-recur finds one in years that have 52.
 *       Recurrence follows ical4j.
 *   <li>A long way between two dates: ical4j ends without a word after 1,000 steps. The setting in
 *       ical4j.properties is above all that a hundred years need.
 *   <li>Ordinal weekdays beside month days or year days: lib-recur limits, as the table in 3.3.10
 *       says, and ical4j finds nothing. Recurrence refuses.
 *   <li>BYYEARDAY=-366 beside BYDAY: lib-recur fails in years of 365 days. Recurrence passes them.
 *   <li>BYWEEKNO with INTERVAL: ical4j counts years of weeks, lib-recur years of the calendar; RFC
 *       5545 does not say. Recurrence refuses.
 * </ol>
 */
class RecurrenceAgreementTest {
    private static final int RULES = 4_000;
    private static final int YEARS = 60;
    private static final int MOST = 40;

    @Test
    void readsGeneratedRulesAsBothLibrariesDo() {
        var generator = new RuleGenerator(5_545);
        var tried = 0;
        var nonEmpty = 0;
        while (tried < RULES) {
            var rule = generator.rule();
            var start = generator.start();
            if (differsByNature(rule)) {
                continue;
            }
            tried++;
            var ours = Rule.parse(rule).dates(start, start, start.plusYears(YEARS), MOST);
            var second = LibRecur.dates(rule, start, YEARS, MOST);
            assertThat(ours).as("%s from %s", rule, start).isEqualTo(second);
            if (!sundayIsTheirFirst(rule) && !rule.matches("FREQ=WEEKLY.*BYMONTH=.*")) {
                assertThat(ical4j(rule, start)).as("%s from %s", rule, start).isEqualTo(second);
            }
            nonEmpty += second.isEmpty() ? 0 : 1;
        }
        assertThat(nonEmpty).isGreaterThan(RULES * 3 / 4);
    }

    @Test
    void endsGeneratedRulesAsBothLibrariesDo() {
        var generator = new RuleGenerator(2_445);
        var compared = 0;
        for (var tried = 0; tried < RULES / 2; tried++) {
            var rule = generator.rule();
            var dates = LibRecur.dates(rule, generator.start(), 20, 1);
            if (differsByNature(rule) || dates.isEmpty()) {
                continue;
            }
            var start = dates.getFirst();
            var whole = rule + generator.end(start);
            var second = LibRecur.dates(whole, start, YEARS, 400);
            var complete = whole.contains("UNTIL=") || whole.endsWith(";COUNT=" + second.size());
            if (complete && second.size() < 400) {
                assertThat(Recurrence.occurrences(whole, start, 400))
                        .as("%s from %s", whole, start)
                        .isEqualTo(second);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(RULES / 4);
    }

    @Test
    void knowsWhereTheLibrariesDiffer() {
        var start = LocalDateTime.of(2027, 3, 4, 9, 0);
        var weeks = "FREQ=WEEKLY;INTERVAL=4;BYDAY=SU,MO;COUNT=2";
        assertThat(Rule.parse(weeks).dates(start, start, start.plusYears(1), 2))
                .isEqualTo(LibRecur.dates(weeks, start, 1, 2))
                .isNotEqualTo(ical4j(weeks, start).subList(0, 2));

        var april = "FREQ=WEEKLY;WKST=MO;BYMONTH=4;BYDAY=MO,TU";
        var aprils = LocalDateTime.of(2028, 4, 10, 9, 0);
        assertThat(Rule.parse(april).dates(aprils, aprils, aprils.plusYears(2), 20))
                .isEqualTo(LibRecur.dates(april, aprils, 2, 20))
                .isNotEqualTo(ical4j(april, aprils).subList(0, 20));

        var second = "FREQ=YEARLY;BYMONTH=7,8;BYDAY=WE;BYSETPOS=2";
        var august = LocalDateTime.of(2024, 8, 6, 9, 0);
        assertThat(Rule.parse(second).dates(august, august, august.plusYears(1), 1))
                .containsExactly(LocalDateTime.of(2025, 7, 9, 9, 0));
        assertThat(LibRecur.dates(second, august, 1, 1))
                .containsExactly(LocalDateTime.of(2024, 8, 14, 9, 0));

        var week53 = "FREQ=YEARLY;WKST=SU;BYWEEKNO=53;BYDAY=FR";
        var y2030 = LocalDateTime.of(2030, 7, 7, 9, 0);
        assertThat(Rule.parse(week53).dates(y2030, y2030, y2030.plusYears(3), 1))
                .containsExactly(LocalDateTime.of(2032, 1, 2, 9, 0));
        assertThat(LibRecur.dates(week53, y2030, 3, 1))
                .containsExactly(LocalDateTime.of(2031, 1, 2, 9, 0));

        var leap = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=9";
        var first = LocalDateTime.of(2028, 2, 29, 9, 0);
        assertThat(Recurrence.occurrences(leap, first, 9))
                .isEqualTo(LibRecur.dates(leap, first, YEARS, 9))
                .hasSize(9);
    }

    private static List<LocalDateTime> ical4j(String rule, LocalDateTime start) {
        var end = start.plusYears(YEARS);
        return new Recur<LocalDateTime>(rule)
                .getDates(start, start, end, MOST).stream().sorted().distinct().toList();
    }

    private static boolean sundayIsTheirFirst(String rule) {
        return !rule.contains("WKST=") && (rule.contains("WEEKLY") || rule.contains("BYWEEKNO"));
    }

    /** Classes 3, 4, 6 and 7, and a weekly rule that Recurrence refuses. */
    private static boolean differsByNature(String rule) {
        var positions = rule.contains("BYSETPOS");
        if (rule.startsWith("FREQ=YEARLY")) {
            var week53 = rule.matches(".*BYWEEKNO=[^;]*53.*") && rule.matches(".*WKST=(?!MO).*");
            var yearDay366 = rule.contains("-366") && rule.contains("BYDAY");
            return positions || week53 || yearDay366;
        }
        return positions && rule.matches("FREQ=WEEKLY.*BYMONTH=.*");
    }
}
