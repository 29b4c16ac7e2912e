package io.frontdesk.ragknowledge.wording;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a question asks for, as far as its words tell.
 *
 * @param form the text without case, punctuation and blanks: questions of equal form are the same
 * @param topics stems of the words that carry meaning, synonyms made one
 * @param figures numbers, weekdays and months in it
 * @param negated whether it says no or not
 * @param necessary whether it asks for what must be, rather than what may
 * @param kind the form of answer that it wants
 */
public record Asked(
        String form,
        Set<String> topics,
        Set<String> figures,
        boolean negated,
        boolean necessary,
        Kind kind) {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:'[\\p{L}]+)?|[\\p{Sc}%+#°&]");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern CLITIC = Pattern.compile("'(?:s|re|ll|ve|d|m)$");

    /** The form of answer that a question wants. */
    public enum Kind {
        PRICE(
                "\\bhow (?:much|expensive)\\b|\\b(?:prices?|pricing|costs?|fees?|charges?|rates?)\\b"
                        + "|\\bwas kostet\\b|\\bpreise?\\b"),
        DURATION("\\bhow long\\b|\\bduration\\b|\\bwie lange\\b"),
        COUNT("\\bhow (?:many|often)\\b|\\bwie (?:viele|oft)\\b"),
        TIME(
                "\\bwhen\\b|\\bwhat (?:time|day|hours)\\b|\\bhow (?:late|early|soon)\\b|\\bhours\\b"
                        + "|\\bwann\\b"),
        PLACE("\\bwhere\\b|\\baddress\\b|\\blocat(?:ion|ed)\\b|\\bwo\\b"),
        PERSON("\\bwho(?:m|se)?\\b|\\bwer\\b"),
        REASON("\\bwhy\\b|\\bwarum\\b"),
        CHOICE("\\bwhich\\b|\\bwelche[rsn]?\\b"),
        MANNER("\\bhow\\b(?! (?:do|can|could|may) (?:i|we)\\b)|\\bwie\\b"),
        FACT("");

        private final Pattern words;

        Kind(String words) {
            this.words = Pattern.compile(words);
        }

        static Kind of(String lower) {
            for (var kind : values()) {
                if (kind.words.matcher(lower).find()) {
                    return kind;
                }
            }
            return FACT;
        }
    }

    public static Asked of(String question) {
        var lower =
                Normalizer.normalize(question, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[’`´]", "'");
        var tokens = TOKEN.matcher(lower).results().map(found -> found.group()).toList();
        var topics = new TreeSet<String>();
        var figures = new TreeSet<String>();
        boolean negated = NOT.matcher(lower).find();
        boolean necessary = Lexicon.NECESSITY.matcher(lower).find();
        for (var token : tokens) {
            var word = CLITIC.matcher(token).replaceAll("");
            var figure = Lexicon.figure(word);
            if (figure != null) {
                figures.add(figure);
            } else if (Lexicon.NEGATIONS.contains(word)) {
                negated = true;
            } else if (!word.contains("'") && !Lexicon.isEmpty(word)) {
                topics.add(Lexicon.topic(word));
            }
        }
        return new Asked(form(tokens, lower), topics, figures, negated, necessary, Kind.of(lower));
    }

    /** A question without letters and digits, of symbols say, is its own form. */
    private static String form(List<String> tokens, String lower) {
        return tokens.isEmpty() ? lower.strip() : String.join(" ", tokens).replace("'", "");
    }

    /**
     * Whether both may ask the same: figures, negation, necessity and the wanted form agree, and so
     * does every word that carries meaning. One that only one of them has makes another question:
     * "a haircut", "a haircut for children".
     */
    public boolean mayMean(Asked other) {
        return negated == other.negated
                && necessary == other.necessary
                && kind == other.kind
                && figures.equals(other.figures)
                && (kind != Kind.FACT || !topics.isEmpty())
                && agree(topics, other.topics)
                && agree(other.topics, topics);
    }

    private static boolean agree(Set<String> these, Set<String> those) {
        return these.stream()
                .allMatch(topic ->
                        those.contains(topic)
                                || those.stream().anyMatch(other -> Typos.isOne(topic, other)));
    }
}
