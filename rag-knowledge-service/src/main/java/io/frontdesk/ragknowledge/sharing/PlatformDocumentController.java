package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.document.Document;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.ragknowledge.upload.AddDocument;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/admin/knowledge/bases/{baseId}/documents")
@PreAuthorize("hasRole('operator')")
class PlatformDocumentController {

    private final KnowledgeBases bases;
    private final Documents documents;
    private final AddDocument addDocument;
    private final Tenancy tenancy;

    PlatformDocumentController(
            KnowledgeBases bases, Documents documents, AddDocument addDocument, Tenancy tenancy) {
        this.bases = bases;
        this.documents = documents;
        this.addDocument = addDocument;
        this.tenancy = tenancy;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Takes a file into a base of the platform's")
    Accepted file(@PathVariable UUID baseId, @RequestPart MultipartFile file) {
        return tenancy.as(
                Platform.TENANT,
                () -> {
                    try {
                        var name = file.getOriginalFilename();
                        return accepted(addDocument.addFile(baseId, name, file.getSize(), file));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Takes a text, with Markdown in it or not, into a base of the platform's")
    Accepted text(@PathVariable UUID baseId, @Valid @RequestBody AddDocument.Text document) {
        var title = Prose.line(document.title());
        return tenancy.as(
                Platform.TENANT,
                () -> accepted(addDocument.addText(baseId, title, document.text())));
    }

    @GetMapping
    Page<Document> list(
            @PathVariable UUID baseId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return tenancy.as(
                Platform.TENANT,
                () -> {
                    bases.require(baseId);
                    var found = documents.list(baseId, limit + 1, cursor);
                    return Page.of(found, limit, Document::id);
                });
    }

    @GetMapping("/{id}")
    Document get(@PathVariable UUID baseId, @PathVariable UUID id) {
        return tenancy.as(Platform.TENANT, () -> documentOf(baseId, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID baseId, @PathVariable UUID id) {
        tenancy.as(Platform.TENANT, () -> documents.delete(documentOf(baseId, id).id()));
    }

    private Document documentOf(UUID baseId, UUID id) {
        bases.require(baseId);
        var document = documents.get(id);
        if (!document.baseId().equals(baseId)) {
            throw new DocumentElsewhere(id, baseId);
        }
        return document;
    }

    private Accepted accepted(UUID id) {
        return new Accepted(id, documents.get(id).status());
    }

    record Accepted(UUID id, DocumentStatus status) {}
}
