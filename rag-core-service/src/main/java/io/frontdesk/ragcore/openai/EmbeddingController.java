package io.frontdesk.ragcore.openai;

import io.frontdesk.ragcore.embedding.Embedding;
import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.ragcore.openai.EmbeddingResponse.Item;
import io.frontdesk.ragcore.openai.EmbeddingResponse.Usage;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Base64;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** OpenAI's embeddings call. */
@RestController
class EmbeddingController {
    private final OfferedModels offered;
    private final EmbeddingModels models;

    EmbeddingController(OfferedModels offered, EmbeddingModels models) {
        this.offered = offered;
        this.models = models;
    }

    @PostMapping("/v1/embeddings")
    EmbeddingResponse embed(@Valid @RequestBody EmbeddingRequest request) {
        var name = offered.of(request.model());
        var dimension = models.dimension(name.model());
        if (request.dimensions() != null && request.dimensions() != dimension) {
            throw new UnsupportedDimensions(name.id(), dimension);
        }
        var embeddings =
                name.questions()
                        ? models.questions(name.model(), request.texts())
                        : models.passages(name.model(), request.texts());
        var data = new ArrayList<Item>();
        for (var embedding : embeddings) {
            data.add(new Item("embedding", data.size(), encoded(embedding, request.base64())));
        }
        var tokens = embeddings.stream().mapToInt(Embedding::tokens).sum();
        return new EmbeddingResponse("list", data, name.id(), new Usage(tokens, tokens));
    }

    private static Object encoded(Embedding embedding, boolean base64) {
        return base64
                ? Base64.getEncoder().encodeToString(Vectors.bytes(embedding.vector()))
                : embedding.vector();
    }
}
