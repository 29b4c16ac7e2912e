package io.frontdesk.ragknowledge.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises sentences addressed to whatever machine reads a document. No list of phrases is ever
 * complete: this keeps such sentences out of prompts and quotes, and the grounding check stands
 * behind it. The patterns are in {@code screening/instructions.txt}.
 */
public final class Instructions {

    private static final Patterns PATTERNS = Patterns.read();
    private static final int REMEMBERED = 2_000;
    private static final Cache<String, Boolean> ORDERS =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private Instructions() {}

    /** Whether the text speaks to a machine beyond doubt, however disguised. */
    public static boolean giveOrders(String text) {
        return ORDERS.get(
                text, key -> Disguises.of(key).stream().anyMatch(r -> any(PATTERNS.certain(), r)));
    }

    /** Whether a sentence, taken alone, may be meant for a machine: it is not worth quoting. */
    public static boolean areSuspectedIn(String sentence) {
        return giveOrders(sentence)
                || !Disguises.decoded(sentence).isEmpty()
                || sentence.lines()
                        .map(line -> line.replaceFirst("^\\s*(?:[-*•]|\\d+[.)])\\s+", ""))
                        .flatMap(line -> Disguises.of(line).stream())
                        .anyMatch(reading -> any(PATTERNS.likely(), reading));
    }

    private static boolean any(List<Trigger> triggers, String text) {
        boolean latin = text.chars().noneMatch(c -> c > 127 && Character.isLetter(c));
        return triggers.stream().anyMatch(trigger -> trigger.isIn(text, latin));
    }

    /** Without the rules for all the world's letters, a search takes a fraction of the time. */
    private record Trigger(Pattern everywhere, Pattern latin, boolean foreign) {

        static Trigger of(String source) {
            return new Trigger(
                    Pattern.compile(source, Pattern.UNICODE_CHARACTER_CLASS),
                    Pattern.compile(source),
                    source.chars().anyMatch(c -> c > 127));
        }

        boolean isIn(String text, boolean inLatin) {
            return inLatin
                    ? !foreign && latin.matcher(text).find()
                    : everywhere.matcher(text).find();
        }
    }

    /**
     * What is looked for.
     *
     * @param certain anywhere in a passage
     * @param likely in a sentence of its own
     */
    private record Patterns(List<Trigger> certain, List<Trigger> likely) {

        static Patterns read() {
            var certain = new ArrayList<Trigger>();
            var likely = new ArrayList<Trigger>();
            try (var file = Instructions.class.getResourceAsStream("/screening/instructions.txt")) {
                if (file == null) {
                    throw new IllegalStateException("screening/instructions.txt is missing");
                }
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("certain ") || line.startsWith("likely "))
                        .forEach(line -> {
                            var parts = line.split(" ", 2);
                            (parts[0].equals("certain") ? certain : likely).add(pattern(parts[1]));
                        });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return new Patterns(certain, likely);
        }

        private static Trigger pattern(String source) {
            return Trigger.of(
                    source.strip()
                            .replace("~~~", "(?:\\W+\\w+){0,6}?\\W+")
                            .replace("~~", "(?:\\W+\\w+){0,3}?\\W+")
                            .replace("@AI@", AI)
                            .replace("@GO@", GO));
        }

        private static final String AI =
                "(?:ai|a\\.i\\.|llms?|(?:large )?language models?|chat ?-?bots?|(?:ai|virtual|digital)[ -]"
                        + "(?:assistants?|agents?|models?|systems?)|chatgpt|gpt(?:-?\\d)?|copilot)";
        private static final String GO =
                "^(?:(?:please|kindly|now|always|only|just|simply|instead|therefore|and|then|so|"
                        + "you (?:must|should|shall|will|have to|need to|are to|can only|may only)|must|"
                        + "from now on|important|note|first|next|finally|again)[,:!]? )*";
    }
}
