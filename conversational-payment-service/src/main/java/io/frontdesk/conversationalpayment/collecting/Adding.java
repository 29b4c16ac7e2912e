package io.frontdesk.conversationalpayment.collecting;

import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.conversationalpayment.wording.Message;
import java.util.Set;

/** Tells "and a shampoo" from "a shampoo instead" while an offer waits for its answer. */
public final class Adding {
    private static final Set<String> MORE =
            Set.of(
                    "add",
                    "also",
                    "too",
                    "plus",
                    "additionally",
                    "dazu",
                    "hinzu",
                    "auch",
                    "noch",
                    "ausserdem",
                    "zusatzlich",
                    "aussi",
                    "ajoute",
                    "ajoutez",
                    "ajouter",
                    "tambien",
                    "ademas",
                    "anade",
                    "anadir");
    private static final Set<String> JOINED = Set.of("and", "und", "et", "y");
    private static final Set<String> INSTEAD =
            Set.of(
                    "instead",
                    "rather",
                    "only",
                    "just",
                    "not",
                    "no",
                    "statt",
                    "stattdessen",
                    "anstatt",
                    "lieber",
                    "nur",
                    "nicht",
                    "kein",
                    "keinen",
                    "keine",
                    "plutot",
                    "seulement",
                    "pas",
                    "solo",
                    "vez",
                    "replace",
                    "swap");

    private Adding() {}

    /** The message as a wish for more where it only adds, or as it was. */
    public static Understood resolved(Understood understood, String text) {
        if (understood.intent() != Intent.CHANGE || understood.items().isEmpty()) {
            return understood;
        }
        var message = Message.of(text);
        var more = JOINED.contains(message.word(0));
        for (int at = 0; at < message.size(); at++) {
            if (INSTEAD.contains(message.word(at))) {
                return understood;
            }
            more |= MORE.contains(message.word(at));
        }
        return more
                ? new Understood(
                        Intent.PAY,
                        understood.items(),
                        understood.amount(),
                        understood.ambiguities(),
                        understood.suspicious())
                : understood;
    }
}
