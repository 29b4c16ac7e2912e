package io.frontdesk.conversationalpayment.itemnames;

import io.frontdesk.conversationalpayment.numerals.Numeral;
import java.util.List;

/**
 * How many of something.
 *
 * @param written the visitor's words, empty when none count
 * @param choices one number when it is clear; none when the words name no number from 1 to 100
 * @param numerals the numbers that it consists of
 */
public record Count(String written, List<Integer> choices, List<Numeral> numerals) {
    static final Count ONE = new Count("", List.of(1), List.of());

    public boolean clear() {
        return choices.size() == 1;
    }
}
