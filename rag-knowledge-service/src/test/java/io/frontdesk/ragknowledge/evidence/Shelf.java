package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Documents in memory, searched as the index does: words and meaning, scaled and summed. */
public final class Shelf {

    private static final double DENSE = 0.6;

    private final Embedder embedder;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Vector> vectors = new ArrayList<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    public Shelf(Embedder embedder) {
        this.embedder = embedder;
    }

    public void add(String fileName, ParsedDocument document) {
        var id = UUID.nameUUIDFromBytes(fileName.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var title = document.title() == null ? fileName : document.title();
        for (var chunk : Chunker.chunks(document)) {
            var chunkId = new UUID(id.getMostSignificantBits(), chunk.ordinal());
            passages.add(
                    new Passage(
                            chunkId, id, title, chunk.headings(), chunk.text(), chunk.page(), 0));
            var whole = title + "\n" + String.join(" > ", chunk.headings()) + "\n" + chunk.text();
            vectors.addAll(embedder.sentences(List.of(whole)));
            words.add(Words.content(whole));
            words.getLast().forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
    }

    public List<Passage> search(String question, int topK) {
        var asked = embedder.question(question);
        var dense = scaled(vectors.stream().mapToDouble(asked::cosine).toArray());
        var terms = Words.content(question);
        var lexical = scaled(words.stream().mapToDouble(there -> idf(terms, there)).toArray());
        return IntStream.range(0, passages.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                i -> -DENSE * dense[i] - (1 - DENSE) * lexical[i]))
                .limit(topK)
                .map(passages::get)
                .toList();
    }

    private double idf(Set<String> terms, Set<String> there) {
        return terms.stream()
                .filter(there::contains)
                .mapToDouble(term ->
                        Math.log(1 + passages.size() / (0.5 + frequency.getOrDefault(term, 0))))
                .sum();
    }

    private static double[] scaled(double[] scores) {
        double most = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(1);
        double least =
                IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).min().orElse(0);
        double range = most - least == 0 ? 1 : most - least;
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> (scores[i] - least) / range)
                .toArray();
    }
}
