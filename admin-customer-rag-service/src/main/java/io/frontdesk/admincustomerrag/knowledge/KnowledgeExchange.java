package io.frontdesk.admincustomerrag.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The part of rag-knowledge-service's API that this service uses. */
@HttpExchange
interface KnowledgeExchange {

    @GetExchange("/knowledge/usage")
    KnowledgeUsage usage();

    @PostExchange("/knowledge/erasures")
    Removal erase(@RequestHeader("Idempotency-Key") String key);

    @GetExchange("/knowledge/erasures/{id}")
    Removal erasure(@PathVariable UUID id);

    @GetExchange("/knowledge/archive/imports/{id}")
    ImportState imported(@PathVariable UUID id);

    @PostExchange("/api/knowledge/bases")
    Created createBase(@RequestBody Shelf base);

    @PostExchange("/api/knowledge/bases/{baseId}/documents")
    Created addDocument(@PathVariable UUID baseId, @RequestBody NewDocument document);

    @PostExchange("/api/knowledge/agents")
    Created createAgent(@RequestBody NewAgent agent);

    @GetExchange("/api/knowledge/documents/{id}")
    DocumentState document(@PathVariable UUID id);

    @GetExchange("/api/knowledge/documents/{id}")
    ResponseEntity<String> readDocument(@PathVariable UUID id);

    @DeleteExchange("/api/knowledge/documents/{id}")
    ResponseEntity<String> deleteDocument(@PathVariable UUID id);

    @GetExchange("/api/knowledge/bases?limit=200")
    ResponseEntity<String> readBases();

    @GetExchange("/api/knowledge/bases/{id}")
    ResponseEntity<String> readBase(@PathVariable UUID id);

    @GetExchange("/api/knowledge/bases/{id}/documents")
    ResponseEntity<String> readDocuments(@PathVariable UUID id);

    @PostExchange("/api/knowledge/search")
    ResponseEntity<String> search(@RequestBody Search search);

    @PostExchange("/api/knowledge/answers")
    ResponseEntity<String> answer(@RequestBody Asked asked);

    @PostExchange("/api/knowledge/multi-agent/answers")
    ResponseEntity<String> answerByAgents(@RequestBody AskedAgents asked);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Created(UUID id) {}

    record Shelf(String name) {}

    record NewDocument(String title, String text) {}

    record NewAgent(String name, String description, List<UUID> baseIds, String instructions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Search(String query, @Nullable List<UUID> baseIds, int topK, @Nullable String mode) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(String question, @Nullable List<UUID> baseIds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedAgents(String question, @Nullable List<UUID> agentIds) {}
}
