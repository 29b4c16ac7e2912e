package io.frontdesk.conversationalpayment.manipulation;

import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Skeleton;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Notices attempts to dictate rules or prices. It only flags; whoever charges checks as if nothing
 * were flagged.
 */
public final class Suspicion {
    private static final Pattern BLOB = Pattern.compile("[A-Za-z0-9+/_-]{40,}");
    private static final Pattern MARKUP =
            Pattern.compile(
                    "<\\|?/?(?:script|system|im_start|im_end|assistant|user|instructions?)"
                            + "|\\[/?(?:inst|system)\\]|\\{\\{|\"role\"\\s{0,9}:|```"
                            + "|(?m:^\\s{0,9}(?:#{1,6} {0,9})?(?:system|assistant|developer|admin"
                            + "|tool|operator)\\b[^\\n:]{0,30}:)",
                    Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_WORDS = 4;

    private Suspicion() {}

    /**
     * Whether the message tries to dictate.
     *
     * @param text the visitor's own text
     * @param skeleton its wording without the names of items
     */
    public static boolean raised(Message message, String text, String skeleton) {
        return message.hidden()
                || message.reordered()
                || Dictation.PHRASES.in(skeleton)
                || MARKUP.matcher(text).find()
                || blob(text)
                || message.tokens().stream().anyMatch(it -> it.word() && mixed(it.text()));
    }

    /** Whether a text, such as an item's name, reads like an instruction. */
    public static boolean instructs(String text) {
        var message = Message.of(text);
        if (message.size() < FEWEST_WORDS) {
            return false;
        }
        var none = new BitSet();
        return raised(message, text, Skeleton.of(message, none, none, none));
    }

    private static boolean blob(String text) {
        var blobs = BLOB.matcher(text);
        while (blobs.find()) {
            var blob = blobs.group();
            if (blob.chars().anyMatch(Character::isUpperCase)
                    && blob.chars().anyMatch(Character::isLowerCase)
                    && blob.chars().anyMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** Letters of two alphabets that look alike, in one word. */
    private static boolean mixed(String word) {
        var latin = false;
        var lookalike = false;
        for (var character : word.codePoints().toArray()) {
            var script = Character.UnicodeScript.of(character);
            latin |= script == Character.UnicodeScript.LATIN;
            lookalike |=
                    script == Character.UnicodeScript.CYRILLIC
                            || script == Character.UnicodeScript.GREEK;
        }
        return latin && lookalike;
    }
}
