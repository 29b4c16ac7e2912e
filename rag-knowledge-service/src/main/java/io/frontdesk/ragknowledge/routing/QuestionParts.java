package io.frontdesk.ragknowledge.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a question apart that asks several things at once. */
public final class QuestionParts {

    private static final int MOST = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern MARK = Pattern.compile("(?<=[?？])\\s*(?=[^?？\\s])");

    /** A conjunction, where what follows begins like a question of its own. */
    private static final Pattern JOINT =
            Pattern.compile(
                    "\\s*[,;]?\\s+(?:and|or|but|plus|und|oder|sowie|et|ou|y|o|e)\\s+(?:also\\s+|auch\\s+)?"
                            + "(?=(?:what|how|when|where|who|whom|which|why|is|are|do|does|did"
                            + "|was|wie|wann|wo|wer|welche[rsnm]?|wieviel|warum|gibt|ist|sind|habt|haben"
                            + "|combien|quand|où|comment|quel(?:le)?s?|est-ce|y a-t-il"
                            + "|cuánto|cuándo|dónde|cómo|hay|qué)\\b"
                            + "|(?:can|could|may|will|would|should|must|have|has|kann|können|darf|muss"
                            + "|puis|peut|puedo)[\\s-](?:i|we|you|they|he|she|one|people|my|our|your|the|a"
                            + "|an|children|kids|dogs|guests|ich|wir|man|sie|je|on)\\b)",
                    FLAGS);

    /** "How long does it take": what "it" is stands in the part before. */
    private static final Pattern REFERS_BACK =
            Pattern.compile(
                    "\\b(?:it|they|them|this|those|these|one|dies|davon|dafür|dazu|diese[rnms]?)\\b",
                    FLAGS);

    private QuestionParts() {}

    /** The parts in order, at least one; what cannot stand alone stays with the part before. */
    public static List<String> of(String question) {
        var parts = new ArrayList<String>();
        for (var sentence : MARK.split(question.strip(), -1)) {
            int from = 0;
            var before = " ";
            var joints = JOINT.matcher(sentence);
            while (joints.find()) {
                add(parts, before, sentence.substring(from, joints.start()));
                from = joints.end();
                before = joints.group();
            }
            add(parts, before, sentence.substring(from));
        }
        return List.copyOf(parts);
    }

    private static void add(List<String> parts, String before, String text) {
        if (parts.isEmpty()) {
            parts.add(text.strip());
        } else if (standsAlone(text) && parts.size() < MOST) {
            parts.add(text.strip());
        } else {
            parts.set(parts.size() - 1, (parts.getLast() + before + text).strip());
        }
    }

    private static boolean standsAlone(String text) {
        return text.strip().split("\\s+", -1).length >= FEWEST_WORDS
                && !REFERS_BACK.matcher(text).find();
    }
}
