package io.frontdesk.ragcore.embedding;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.output.Response;
import io.frontdesk.ragcore.provider.NotReached;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint answered: taken as a whole, or not at all. */
final class EmbeddingAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private EmbeddingAnswer() {}

    /** An answer that is not what was asked for. */
    static final class Unusable extends RuntimeException {
        Unusable(String what) {
            super(what);
        }
    }

    /** LangChain4j takes the vectors as they come, whatever texts they say that they are of. */
    static void requireOrder(byte[] json) {
        var place = 0;
        for (var item : JSON.readTree(json).path("data")) {
            if (item.path("index").asInt(place) != place) {
                throw new Unusable("answered in another order");
            }
            place++;
        }
    }

    static List<Embedding> checked(
            Response<List<dev.langchain4j.data.embedding.Embedding>> answer,
            int wanted,
            int dimension) {
        var vectors = answer.content();
        if (vectors.size() != wanted) {
            throw new Unusable(
                    "answered with %d vectors for %d texts".formatted(vectors.size(), wanted));
        }
        var usage = answer.tokenUsage();
        var tokens = usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
        // Which text took how many is not told.
        return IntStream.range(0, wanted)
                .mapToObj(i ->
                        new Embedding(
                                unit(vectors.get(i).vector(), dimension),
                                tokens / wanted + (i < tokens % wanted ? 1 : 0)))
                .toList();
    }

    private static float[] unit(float[] vector, int dimension) {
        if (vector.length != dimension) {
            throw new Unusable(
                    "answered with vectors of %d dimensions instead of %d"
                            .formatted(vector.length, dimension));
        }
        var squares = 0.0;
        for (var value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new Unusable("answered with a vector that has no direction");
        }
        var unit = new float[dimension];
        var length = Math.sqrt(squares);
        for (var i = 0; i < dimension; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    /** For whoever waits for it: what went wrong, without what the provider said. */
    static String wrong(RuntimeException failed) {
        return switch (failed) {
            case Unusable unusable -> String.valueOf(unusable.getMessage());
            case TimeoutException _ -> "did not answer in time";
            case AuthenticationException _ -> "refused the platform's key";
            case RateLimitException _ -> "has too much to do";
            case RuntimeException other when NotReached.is(other) -> "cannot be reached";
            default -> "gave no usable answer";
        };
    }
}
