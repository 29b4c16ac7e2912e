package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.document.Versions.Version;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.platform.Grants;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class DocumentController {

    private final Documents documents;
    private final Versions versions;
    private final Contents contents;
    private final KnowledgeBases bases;
    private final Grants grants;
    private final Tenancy tenancy;

    DocumentController(
            Documents documents,
            Versions versions,
            Contents contents,
            KnowledgeBases bases,
            Grants grants,
            Tenancy tenancy) {
        this.documents = documents;
        this.versions = versions;
        this.contents = contents;
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

    @GetMapping("/api/knowledge/documents/{id}/versions")
    List<Version> versions(@PathVariable UUID id) {
        documents.get(id);
        return versions.list(id);
    }

    @Operation(summary = "Downloads the original, of the newest version if none is named")
    @GetMapping("/api/knowledge/documents/{id}/content")
    ResponseEntity<StreamingResponseBody> content(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        int wanted = version == null ? documents.get(id).version() : version;
        var found = versions.get(id, wanted);
        var tenant = tenancy.require();
        var name =
                ContentDisposition.attachment()
                        .filename(found.fileName(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(found.size())
                .body(target -> tenancy.as(tenant, () -> copy(id, wanted, target)));
    }

    private void copy(UUID id, int version, OutputStream target) {
        try {
            contents.copy(id, version, target);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
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
