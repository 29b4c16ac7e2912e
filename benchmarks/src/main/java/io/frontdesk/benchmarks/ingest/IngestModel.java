package io.frontdesk.benchmarks.ingest;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

/**
 * The same model with nothing around it, and as fast as it gets: one text on each core. (The
 * library's own settings use all cores for each text, which is a third slower.)
 */
final class IngestModel extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    IngestModel(ExecutorService cores) throws IOException, OrtException {
        super(cores);
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var model = resource("/bge-small-en-v1.5-q.onnx");
                var tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session = environment.createSession(model.readAllBytes(), options);
            encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        }
    }

    void embed(List<String> texts) {
        embedAll(texts.stream().map(TextSegment::from).toList());
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(IngestModel.class.getResourceAsStream(name), name);
    }
}
