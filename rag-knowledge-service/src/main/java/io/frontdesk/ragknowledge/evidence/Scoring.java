package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Weighs the candidates of one question. */
@Component
public class Scoring {

    /** Each takes about 5 ms to embed. */
    private static final int MOST_EMBEDDED = 24;

    private final Embedder embedder;

    public Scoring(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * The candidates among the first passages, best first; all passages tell how rare words are.
     */
    public List<Scored> score(String question, List<Passage> passages, int quoted) {
        var words = rarity(Words.content(question), passages);
        var wanted = Wanted.by(question);
        var candidates =
                promising(
                        Candidates.of(passages.subList(0, Math.min(quoted, passages.size()))),
                        words);
        if (candidates.isEmpty()) {
            return List.of();
        }
        var asked = embedder.question(question);
        var vectors = embedder.sentences(candidates.stream().map(Candidate::inContext).toList());
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var said = Words.content(candidate.text());
            var framed = new HashSet<>(Words.content(candidate.surroundings()));
            framed.addAll(said);
            var near = new HashSet<>(Words.content(candidate.passage().text()));
            near.addAll(framed);
            scored.add(
                    new Scored(
                            candidate,
                            new Evidence(
                                    asked.cosine(vectors.get(i)),
                                    covered(words, said),
                                    covered(words, framed),
                                    covered(words, near),
                                    1.0 / (1 + candidate.rank() * 0.5),
                                    form(wanted, candidate.text()))));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }

    private static double form(Wanted wanted, String text) {
        if (wanted == Wanted.ANYTHING) {
            return 0.5;
        }
        return wanted.isGivenBy(text) ? 1 : 0;
    }

    /** Words that few passages have weigh more; those that none has weigh most. */
    private static Map<String, Double> rarity(Set<String> words, List<Passage> passages) {
        var seen = new HashMap<String, Integer>();
        for (var passage : passages) {
            var there =
                    Words.content(passage.title() + " " + passage.heading() + " " + passage.text());
            words.stream().filter(there::contains).forEach(w -> seen.merge(w, 1, Integer::sum));
        }
        var weights = new HashMap<String, Double>();
        for (var word : words) {
            int times = seen.getOrDefault(word, 0);
            weights.put(word, Math.log(1 + (passages.size() + 1.0) / (times + 0.5)));
        }
        return weights;
    }

    private static double covered(Map<String, Double> words, Set<String> there) {
        double all = 0;
        double found = 0;
        for (var word : words.entrySet()) {
            all += word.getValue();
            found += there.contains(word.getKey()) ? word.getValue() : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    private static List<Candidate> promising(List<Candidate> all, Map<String, Double> words) {
        return all.stream()
                .sorted(
                        Comparator.comparingDouble(candidate ->
                                -covered(words, Words.content(candidate.inContext()))
                                        - 0.5 / (1 + candidate.rank())))
                .limit(MOST_EMBEDDED)
                .toList();
    }
}
