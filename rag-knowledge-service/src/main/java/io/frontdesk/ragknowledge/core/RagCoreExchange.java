package io.frontdesk.ragknowledge.core;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of rag-core-service's API that this service uses. */
@HttpExchange
interface RagCoreExchange {

    @PutExchange("/core/bases/{baseId}/documents/{documentId}/chunks")
    void store(@PathVariable UUID baseId, @PathVariable UUID documentId, @RequestBody Batch batch);

    @GetExchange("/core/documents/{documentId}/chunks/ordinals")
    Ordinals ordinals(@PathVariable UUID documentId);

    @PutExchange("/core/documents/{documentId}/chunk-count")
    void count(@PathVariable UUID documentId, @RequestBody Count count);

    @DeleteExchange("/core/documents/{documentId}/chunks")
    void remove(@PathVariable UUID documentId);

    @PostExchange("/core/search")
    Hits search(@RequestBody Query query);

    @PostExchange("/v1/embeddings")
    Embeddings embed(@RequestBody Texts texts);

    @PostExchange("/core/languages")
    Language language(@RequestBody Spoken text);

    @PutExchange("/core/bases/{baseId}/model")
    EmbeddedBy model(@PathVariable UUID baseId, @RequestBody Model model);

    @GetExchange("/core/bases/{baseId}/model")
    EmbeddedBy model(@PathVariable UUID baseId);

    @PostExchange("/v1/chat/completions")
    Completion complete(@RequestBody Asked asked, @RequestHeader("X-Agent-Id") String agent);

    record Asked(
            String model,
            List<Message> messages,
            double temperature,
            @JsonProperty("max_completion_tokens") int maxCompletionTokens,
            @JsonProperty("response_format") Map<String, Object> responseFormat) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(String role, String content) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Completion(List<Choice> choices) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(Message message) {}

    record Spoken(String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Language(String language) {}

    record Model(String model) {}

    record Batch(List<StoredChunk> chunks) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ordinals(List<Integer> ordinals) {}

    record Count(int count) {}

    record Query(String query, List<UUID> baseIds, int topK, SearchMode mode, double denseWeight) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hits(List<CoreHit> hits) {}

    record Texts(String model, List<String> input) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Embeddings(List<Embedding> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Embedding(int index, Vector embedding) {}
}
