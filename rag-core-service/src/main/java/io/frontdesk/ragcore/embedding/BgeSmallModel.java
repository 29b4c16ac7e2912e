package io.frontdesk.ragcore.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * bge-small-en-v1.5 (BAAI), quantised to int8: 384 dimensions, the first token's state as the
 * text's, unit length. It reads 510 tokens at once; a longer text is read in windows of that length
 * whose vectors are averaged, at most eight of them.
 *
 * <p>One text at a time and one thread for each: dynamic quantisation scales by the whole batch, so
 * a text's vector would depend on its neighbours, and several texts side by side on single threads
 * are half as fast again as one text on all cores.
 */
public final class BgeSmallModel implements AutoCloseable {
    public static final String NAME = "bge-small-en-v1.5";
    public static final int DIMENSION = 384;

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int WINDOW = 510;
    private static final int WINDOWS = 8;
    private static final long BEGIN = 101;
    private static final long END = 102;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private BgeSmallModel(OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /** Reads the model from the class path, which takes about a second. */
    public static BgeSmallModel load() {
        try (var options = new OrtSession.SessionOptions();
                var model = resource(MODEL);
                var vocabulary = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session =
                    OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
            var tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            vocabulary, Map.of("padding", "false", "truncation", "false"));
            return new BgeSmallModel(session, tokenizer);
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("The embedding model does not load", e);
        }
    }

    /** May be called from many threads. Any text goes, also an empty one. */
    public Embedding embed(String text) {
        var tokens = tokenizer.encode(wellFormed(text), false, false).getIds();
        var sum = new float[DIMENSION];
        var read = 0;
        do {
            var end = Math.min(read + WINDOW, tokens.length);
            var vector = unit(run(framed(tokens, read, end)));
            for (var i = 0; i < DIMENSION; i++) {
                sum[i] += vector[i] * Math.max(1, end - read);
            }
            read = end;
        } while (read < tokens.length && read < WINDOWS * WINDOW);
        return new Embedding(unit(sum), read);
    }

    private float[] run(long[] tokens) {
        var attention = new long[tokens.length];
        Arrays.fill(attention, 1);
        try (var ids = tensor(tokens);
                var mask = tensor(attention);
                var types = tensor(new long[tokens.length]);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            var vector = new float[DIMENSION];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            return vector;
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static long[] framed(long[] tokens, int from, int to) {
        var framed = new long[to - from + 2];
        framed[0] = BEGIN;
        System.arraycopy(tokens, from, framed, 1, to - from);
        framed[framed.length - 1] = END;
        return framed;
    }

    private static float[] unit(float[] vector) {
        var squares = 0.0;
        for (var value : vector) {
            squares += (double) value * value;
        }
        var length = (float) Math.sqrt(squares);
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /** The native tokenizer takes UTF-8, which half a surrogate pair is not. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BgeSmallModel.class.getResourceAsStream(name), name);
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
