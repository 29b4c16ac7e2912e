package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.wording.Message;
import java.util.Set;

/** Whether the words before a place take back what stands there. */
final class TakenBack {
    private static final Set<String> ONE =
            Set.of("not", "nicht", "pas", "statt", "anstatt", "keine", "instead");
    private static final Set<String> TWO =
            Set.of("instead of", "rather than", "lieu de", "vez de", "lugar de", "anstelle von");

    private TakenBack() {}

    static boolean at(Message message, int from) {
        var last = message.word(from - 1);
        var two = message.word(from - 2) + " " + last;
        var spanish =
                last.equals("no")
                        && message.tokens().stream().anyMatch(it -> it.folded().equals("sino"));
        return ONE.contains(last) || TWO.contains(two) || spanish;
    }
}
