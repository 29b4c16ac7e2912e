package io.frontdesk.ragknowledge.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Embeds at rag-core-service and remembers: sentences of much-asked passages come again and again.
 * A vector depends on nothing but the text, so the memory is the same for all tenants.
 */
@Component
class CoreEmbedder implements Embedder {

    private static final int MOST = 5_000;

    private final RagCore core;
    private final Cache<String, Vector> known = Caffeine.newBuilder().maximumSize(MOST).build();

    CoreEmbedder(RagCore core) {
        this.core = core;
    }

    @Override
    public Vector question(String question) {
        return core.embedQuestion(question);
    }

    @Override
    public List<Vector> sentences(List<String> sentences) {
        Map<String, Vector> vectors = new HashMap<>(known.getAllPresent(sentences));
        var missing = sentences.stream().filter(s -> !vectors.containsKey(s)).distinct().toList();
        var fresh = core.embedPassages(missing);
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), fresh.get(i));
            known.put(missing.get(i), fresh.get(i));
        }
        return sentences.stream().map(vectors::get).toList();
    }
}
