package io.frontdesk.ragknowledge.figure;

/**
 * Something in a text that must never be changed by a letter.
 *
 * @param value in one spelling, with its unit
 * @param start where it stands
 * @param end where it ends, exclusive
 */
public record Figure(Kind kind, String value, int start, int end) {

    /** What it says. */
    public enum Kind {
        URL,
        EMAIL,
        PHONE,
        DATE,
        TIME,
        AMOUNT,
        PERCENTAGE,
        QUANTITY,
        NUMBER
    }

    public boolean isSameAs(Figure other) {
        return kind == other.kind && value.equals(other.value);
    }
}
