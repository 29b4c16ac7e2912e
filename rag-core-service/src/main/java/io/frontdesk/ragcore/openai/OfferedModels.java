package io.frontdesk.ragcore.openai;

import io.frontdesk.ragcore.embedding.EmbeddingModels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The names under which embedding models are offered: a model's own for passages, and with {@code
 * -query} behind it for questions, before which it was trained to see something else.
 */
@Component
class OfferedModels {
    private static final String QUERY = "-query";

    private final EmbeddingModels models;

    OfferedModels(EmbeddingModels models) {
        this.models = models;
    }

    /** One name. */
    record Offered(String id, String model, boolean questions) {
        boolean builtIn() {
            return model.equals(EmbeddingModels.BUILT_IN);
        }
    }

    List<Offered> all() {
        return models.ids().stream()
                .flatMap(id ->
                        Stream.of(new Offered(id, id, false), new Offered(id + QUERY, id, true)))
                .toList();
    }

    Offered of(String id) {
        var all = all();
        return all.stream()
                .filter(offered -> offered.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownModel(
                                "model must be one of "
                                        + String.join(", ", all.stream().map(Offered::id).toList())
                                        + "."));
    }
}
