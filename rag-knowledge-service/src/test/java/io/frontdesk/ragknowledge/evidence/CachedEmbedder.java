package io.frontdesk.ragknowledge.evidence;

import io.frontdesk.ragknowledge.core.Vector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Embeds each text once in the life of a test. */
public final class CachedEmbedder implements Embedder {

    private final Embedder embedder;
    private final Map<String, Vector> questions = new ConcurrentHashMap<>();
    private final Map<String, Vector> sentences = new ConcurrentHashMap<>();

    public CachedEmbedder(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Vector question(String question) {
        return questions.computeIfAbsent(question, embedder::question);
    }

    @Override
    public List<Vector> sentences(List<String> texts) {
        return texts.stream()
                .map(text ->
                        sentences.computeIfAbsent(
                                text, key -> embedder.sentences(List.of(key)).getFirst()))
                .toList();
    }
}
