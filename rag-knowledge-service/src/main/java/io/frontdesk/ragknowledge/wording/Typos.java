package io.frontdesk.ragknowledge.wording;

/** Words that differ by a slip of the finger. */
final class Typos {

    /** In shorter words one letter makes another word. */
    private static final int SHORTEST = 6;

    private Typos() {}

    /** Whether one letter more, less or other, or two swapped, makes one word the other. */
    static boolean isOne(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST
                || Math.abs(one.length() - other.length()) > 1
                || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return rest(one, start + 1).equals(rest(other, start + 1))
                || rest(one, start + 1).equals(rest(other, start))
                || rest(one, start).equals(rest(other, start + 1))
                || swapped(one, other, start);
    }

    private static boolean swapped(String one, String other, int at) {
        return one.length() == other.length()
                && at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && rest(one, at + 2).equals(rest(other, at + 2));
    }

    private static String rest(String word, int from) {
        return from >= word.length() ? "" : word.substring(from);
    }
}
