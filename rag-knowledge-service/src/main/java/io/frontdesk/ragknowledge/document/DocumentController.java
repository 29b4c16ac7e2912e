package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.platform.Grants;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
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
    private final Grants grants;
    private final Tenancy tenancy;

    DocumentController(
            Documents documents, KnowledgeBases bases, Grants grants, Tenancy tenancy) {
        this.documents = documents;
        this.bases = bases;
        this.grants = grants;
        this.tenancy = tenancy;
    }

    @GetMapping("/api/knowledge/documents/{id}")
    Document get(@PathVariable UUID id) {
        try {
            return documents.get(id);
        } catch (DocumentNotFound notOwn) {
            return shared(id).orElseThrow(() -> notOwn);
        }
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

    /** A document of the platform's, if it stands in a base that the tenant may read. */
    private Optional<Document> shared(UUID id) {
        var granted = grants.current();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(tenancy.as(Platform.TENANT, () -> documents.get(id)))
                    .filter(document -> granted.contains(document.baseId()));
        } catch (DocumentNotFound none) {
            return Optional.empty();
        }
    }
}
