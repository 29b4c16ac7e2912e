package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.starter.paging.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DocumentController {

    private final Documents documents;
    private final KnowledgeBases bases;

    DocumentController(Documents documents, KnowledgeBases bases) {
        this.documents = documents;
        this.bases = bases;
    }

    @GetMapping("/api/knowledge/documents/{id}")
    Document get(@PathVariable UUID id) {
        return documents.get(id);
    }

    @GetMapping("/api/knowledge/bases/{baseId}/documents")
    Page<Document> list(
            @PathVariable UUID baseId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        bases.require(baseId);
        return Page.of(documents.list(baseId, limit + 1, cursor), limit, Document::id);
    }

    @DeleteMapping("/api/knowledge/documents/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        documents.delete(id);
    }
}
