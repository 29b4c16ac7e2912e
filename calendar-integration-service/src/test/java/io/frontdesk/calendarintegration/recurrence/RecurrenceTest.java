package io.frontdesk.calendarintegration.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 23, 9, 0);

    @Test
    void listsTheDatesOfARule() {
        assertThat(Recurrence.occurrences("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", START, 10))
                .containsExactly(START, START.plusDays(2), START.plusDays(7));
        assertThat(Recurrence.occurrences("freq=daily;until=20261125", START, 10)).hasSize(3);
        assertThat(Recurrence.occurrences("FREQ=DAILY;UNTIL=20261125T090000", START, 10))
                .hasSize(3);
        assertThat(Recurrence.occurrences("FREQ=DAILY;UNTIL=20261125T085959", START, 10))
                .hasSize(2);
    }

    @Test
    void keepsTheLimit() {
        assertThat(Recurrence.occurrences("FREQ=DAILY;COUNT=10", START, 10)).hasSize(10);
        refused("FREQ=DAILY;COUNT=11", 10, "more than 10 dates");
        refused("FREQ=DAILY;UNTIL=20270101", 10, "more than 10 dates");
        refused("FREQ=DAILY;COUNT=1001", 100_000, "more than 1000 dates");
        assertThat(Recurrence.occurrences("FREQ=DAILY;COUNT=1000", START, 100_000)).hasSize(1000);
    }

    @Test
    void asksForAnEnd() {
        refused("FREQ=WEEKLY", 100, "no end");
        refused("FREQ=YEARLY;COUNT=102", 1000, "100 years");
        refused("FREQ=YEARLY;UNTIL=99991231", 1000, "100 years");
    }

    @Test
    void asksForAStartThatTheRuleNames() {
        refused("FREQ=WEEKLY;BYDAY=TU;COUNT=2", 100, "not one of the rule's dates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY;COUNT=100000000",
                "FREQ=MINUTELY;COUNT=2",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
                "FREQ=MONTHLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30;UNTIL=21200101",
                "FREQ=WEEKLY;BYMONTH=1;INTERVAL=999;BYDAY=MO;COUNT=900",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;COUNT=5",
                "FREQ=DAILY;BYSETPOS=366;BYHOUR=9;COUNT=5",
                "FREQ=DAILY;COUNT=99999999999999999999",
                "FREQ=DAILY;INTERVAL=2147483647;COUNT=2",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=0;COUNT=2",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "FREQ=DAILY;COUNT=2;COUNT=3",
                "FREQ=FORTNIGHTLY;COUNT=2",
                "FREQ=DAILY;UNTIL=20260230",
                "FREQ=DAILY;UNTIL=2026-12-31",
                "FREQ=DAILY;UNTIL=20261231T090000Z",
                "FREQ=WEEKLY;BYDAY=2MO;COUNT=2",
                "FREQ=MONTHLY;BYDAY=54MO;COUNT=2",
                "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR;COUNT=2",
                "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
                "FREQ=WEEKLY;BYMONTHDAY=1;COUNT=2",
                "FREQ=MONTHLY;BYWEEKNO=1;COUNT=2",
                "FREQ=DAILY;BYSETPOS=1;COUNT=2",
                "FREQ=DAILY;RSCALE=CHINESE;COUNT=2",
                "FREQ=DAILY;;COUNT=2",
                "FREQ=DAILY;COUNT=2\r\nATTENDEE:mailto:eve@example.com",
                "COUNT=2",
                "",
                "nonsense"
            })
    void refusesQuickly(String rule) {
        assertTimeout(
                Duration.ofSeconds(2),
                () ->
                        assertThatThrownBy(() -> Recurrence.occurrences(rule, START, 1_000))
                                .isInstanceOf(RecurrenceRefused.class));
    }

    @Test
    void refusesAnEndlessListInLittleTime() {
        var list = "FREQ=YEARLY;COUNT=9;BYYEARDAY=" + "1,".repeat(200_000) + "2x";
        assertTimeout(
                Duration.ofSeconds(1),
                () ->
                        assertThatThrownBy(() -> Recurrence.occurrences(list, START, 1_000))
                                .isInstanceOf(RecurrenceRefused.class));
    }

    @Test
    void cutsAnEndlessRuleOfAFileToTheWindow() {
        var from = LocalDateTime.of(2026, 1, 1, 0, 0);
        var old = LocalDateTime.of(1970, 12, 25, 0, 0);
        assertThat(Recurrence.within("FREQ=YEARLY", old, null, from, from.plusYears(2)))
                .containsExactly(
                        LocalDateTime.of(2026, 12, 25, 0, 0), LocalDateTime.of(2027, 12, 25, 0, 0));
        assertThat(Recurrence.within("FREQ=DAILY", old, null, from, from.plusDays(2))).hasSize(3);
    }

    @Test
    void countsTheStartOfAFilesEventAlways() {
        var from = START.minusDays(1);
        assertThat(
                        Recurrence.within(
                                "FREQ=WEEKLY;BYDAY=TU;COUNT=3",
                                START,
                                null,
                                from,
                                from.plusYears(1)))
                .isEqualTo(List.of(START, START.plusDays(1), START.plusDays(8)));
    }

    @Test
    void refusesTenThousandDatesOfAFile() {
        for (var end : List.of("COUNT=10000", "UNTIL=20991231")) {
            assertThatThrownBy(() ->
                            Recurrence.within(
                                    "FREQ=DAILY;" + end, START, null, START, START.plusYears(1)))
                    .isInstanceOf(RecurrenceRefused.class)
                    .hasMessageContaining("5000 dates");
        }
    }

    private static void refused(String rule, int limit, String why) {
        assertThatThrownBy(() -> Recurrence.occurrences(rule, START, limit))
                .isInstanceOf(RecurrenceRefused.class)
                .hasMessageContaining(why);
    }
}
