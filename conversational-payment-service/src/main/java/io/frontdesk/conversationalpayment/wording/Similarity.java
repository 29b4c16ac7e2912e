package io.frontdesk.conversationalpayment.wording;

import java.util.Set;

/**
 * How far apart two folded words are: 0 for the same word or another ending of it, 1 or 2 for that
 * many slips of the pen (optimal string alignment), {@link #DIFFERENT} beyond. Words below five
 * letters must be right, below nine one slip is borne.
 */
public final class Similarity {
    public static final int DIFFERENT = 9;

    private static final Set<String> ENDINGS =
            Set.of("", "s", "es", "e", "en", "n", "er", "x", "ern");
    private static final int LONGEST = 40;

    private Similarity() {}

    public static int between(String left, String right) {
        if (left.equals(right) || sameStem(left, right)) {
            return 0;
        }
        var shorter = Math.min(left.length(), right.length());
        var longer = Math.max(left.length(), right.length());
        var borne = shorter < 5 ? 0 : shorter < 9 ? 1 : 2;
        if (longer - shorter > borne || longer > LONGEST || left.charAt(0) != right.charAt(0)) {
            return DIFFERENT;
        }
        var slips = slips(left, right);
        return slips <= borne ? slips : DIFFERENT;
    }

    private static boolean sameStem(String left, String right) {
        var shared = 0;
        var shorter = Math.min(left.length(), right.length());
        while (shared < shorter && left.charAt(shared) == right.charAt(shared)) {
            shared++;
        }
        if (shared < 3 || left.length() - shared > 3 || right.length() - shared > 3) {
            return false;
        }
        var one = left.substring(shared);
        var other = right.substring(shared);
        return ENDINGS.contains(one)
                && ENDINGS.contains(other)
                && (shared > 3 || (one + other).equals("s"));
    }

    private static int slips(String left, String right) {
        var before = new int[right.length() + 1];
        var last = new int[right.length() + 1];
        var row = new int[right.length() + 1];
        for (var column = 0; column < last.length; column++) {
            last[column] = column;
        }
        for (var line = 1; line <= left.length(); line++) {
            row[0] = line;
            for (var column = 1; column <= right.length(); column++) {
                var same = left.charAt(line - 1) == right.charAt(column - 1);
                row[column] =
                        Math.min(
                                Math.min(row[column - 1], last[column]) + 1,
                                last[column - 1] + (same ? 0 : 1));
                if (line > 1
                        && column > 1
                        && left.charAt(line - 1) == right.charAt(column - 2)
                        && left.charAt(line - 2) == right.charAt(column - 1)) {
                    row[column] = Math.min(row[column], before[column - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[right.length()];
    }
}
