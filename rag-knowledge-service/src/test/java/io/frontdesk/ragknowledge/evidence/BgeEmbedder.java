package io.frontdesk.ragknowledge.evidence;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.core.Vectors;
import java.util.List;

/** The model that rag-core-service runs, in this process. */
public final class BgeEmbedder implements Embedder {

    private static final String PREFIX =
            "Represent this sentence for searching relevant passages: ";

    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();

    @Override
    public Vector question(String question) {
        return sentences(List.of(PREFIX + question)).getFirst();
    }

    @Override
    public List<Vector> sentences(List<String> sentences) {
        var segments = sentences.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream()
                .map(embedding -> Vectors.of(embedding.vector()))
                .toList();
    }
}
