package io.frontdesk.ragknowledge.core;

import io.frontdesk.ragknowledge.core.RagCoreExchange.Asked;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Batch;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Count;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Message;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Model;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Query;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Spoken;
import io.frontdesk.ragknowledge.core.RagCoreExchange.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** Stores, finds and embeds text at rag-core-service, always as the tenant at hand. */
@Component
@ImportHttpServices(group = "rag-core-service", types = RagCoreExchange.class)
public class RagCore {

    /** The most chunks to send at once. */
    public static final int BATCH = 32;

    /** The model that embeds passages. */
    public static final String PASSAGES = "bge-small-en-v1.5";

    private static final String QUESTIONS = "bge-small-en-v1.5-query";

    private static final Logger log = LoggerFactory.getLogger(RagCore.class);

    private final RagCoreExchange exchange;

    RagCore(RagCoreExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Stores and embeds chunks; the same chunk again changes nothing.
     *
     * @throws ChunksRejected when they are not acceptable
     */
    public void store(UUID baseId, UUID documentId, List<StoredChunk> chunks) {
        answered(() -> {
            try {
                exchange.store(baseId, documentId, new Batch(chunks));
                return true;
            } catch (HttpClientErrorException.BadRequest
                    | HttpClientErrorException.UnprocessableContent rejected) {
                throw new ChunksRejected(rejected);
            }
        });
    }

    /** The ordinals of the document's chunks that are stored. */
    public Set<Integer> ordinals(UUID documentId) {
        return new HashSet<>(answered(() -> exchange.ordinals(documentId)).ordinals());
    }

    /** Says how many chunks the document has; further ones are removed. */
    public void count(UUID documentId, int chunks) {
        answered(() -> {
            exchange.count(documentId, new Count(chunks));
            return true;
        });
    }

    public void remove(UUID documentId) {
        answered(() -> {
            exchange.remove(documentId);
            return true;
        });
    }

    /**
     * The best hits of the bases, best first.
     *
     * @param denseWeight of meaning against words in hybrid mode, 0 to 1
     */
    public List<CoreHit> search(
            String query, List<UUID> baseIds, int topK, SearchMode mode, double denseWeight) {
        var asked = new Query(query, baseIds, topK, mode, denseWeight);
        return answered(() -> exchange.search(asked)).hits();
    }

    /** The vector of a question, to compare with those of passages. */
    public Vector embedQuestion(String question) {
        return embed(QUESTIONS, List.of(question)).getFirst();
    }

    /** The vectors of passages, in their order. */
    public List<Vector> embedPassages(List<String> passages) {
        return passages.isEmpty() ? List.of() : embed(PASSAGES, passages);
    }

    /** The language of a text as ISO 639-1, or {@code und} where it cannot be told. */
    public String language(String text) {
        return answered(() -> exchange.language(new Spoken(text))).language();
    }

    /** Has a base's chunks embedded by another model in the background. */
    public EmbeddedBy embedWith(UUID baseId, String model) {
        return answered(() -> exchange.model(baseId, new Model(model)));
    }

    /** By which model a base's chunks are embedded. */
    public EmbeddedBy modelOf(UUID baseId) {
        return answered(() -> exchange.model(baseId));
    }

    /**
     * What a language model answers, in JSON of the schema.
     *
     * @param model null for the first one configured
     * @param agentId on whose budget; null for none in particular
     * @throws IndexUnavailable when no model answers or none may be asked
     */
    public String complete(
            String rules,
            String material,
            @Nullable String model,
            @Nullable UUID agentId,
            Map<String, Object> schema,
            int maxTokens) {
        var asked =
                new Asked(
                        model == null ? "default" : model,
                        List.of(new Message("system", rules), new Message("user", material)),
                        0,
                        maxTokens,
                        Map.of(
                                "type",
                                "json_schema",
                                "json_schema",
                                Map.of("name", "answer", "strict", true, "schema", schema)));
        var agent = agentId == null ? "" : agentId.toString();
        return answered(() -> exchange.complete(asked, agent))
                .choices()
                .getFirst()
                .message()
                .content();
    }

    private List<Vector> embed(String model, List<String> texts) {
        var vectors = new Vector[texts.size()];
        for (var each : answered(() -> exchange.embed(new Texts(model, texts))).data()) {
            vectors[each.index()] = each.embedding();
        }
        return List.of(vectors);
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientException failed) {
            log.warn("rag-core-service did not answer as expected: {}", failed.toString());
            throw new IndexUnavailable(failed);
        }
    }
}
