package io.frontdesk.admincustomerrag.archive;

import io.frontdesk.admincustomerrag.archive.Archives.Import;
import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.admincustomerrag.knowledge.ImportState;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.starter.idempotency.CallsThirdParty;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/admin/customers/{tenantId}/rag")
@PreAuthorize("hasRole('operator')")
class ArchiveController {

    private final Archives archives;
    private final Knowledge knowledge;
    private final Audit audit;
    private final Tenancy tenancy;

    ArchiveController(Archives archives, Knowledge knowledge, Audit audit, Tenancy tenancy) {
        this.archives = archives;
        this.knowledge = knowledge;
        this.audit = audit;
        this.tenancy = tenancy;
    }

    @Operation(summary = "All of the tenant's knowledge as a portable archive")
    @GetMapping(path = "/export", produces = "application/zip")
    ResponseEntity<Resource> export(@PathVariable UUID tenantId, Identity caller) {
        var archive = archives.open(tenantId);
        record(tenantId, caller, AuditAction.KNOWLEDGE_EXPORTED, null);
        var name =
                ContentDisposition.attachment().filename("knowledge-" + tenantId + ".zip").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.valueOf("application/zip"))
                .body(new InputStreamResource(archive));
    }

    @Operation(summary = "Takes an archive in, sent as application/zip")
    @PostMapping(path = "/import", consumes = "application/zip")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @CallsThirdParty
    Import takeZip(@PathVariable UUID tenantId, HttpServletRequest request, Identity caller)
            throws IOException {
        return take(tenantId, request.getInputStream(), caller);
    }

    @Operation(summary = "Takes an archive in, sent as a form's file")
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @CallsThirdParty
    Import takeFile(@PathVariable UUID tenantId, @RequestPart MultipartFile file, Identity caller)
            throws IOException {
        try (var archive = file.getInputStream()) {
            return take(tenantId, archive, caller);
        }
    }

    @Operation(summary = "How far an import is")
    @GetMapping("/imports/{id}")
    ImportState imported(@PathVariable UUID tenantId, @PathVariable UUID id) {
        return knowledge.imported(tenantId, id);
    }

    private Import take(UUID tenantId, InputStream archive, Identity caller) throws IOException {
        var begun = archives.take(tenantId, archive);
        record(tenantId, caller, AuditAction.KNOWLEDGE_IMPORTED, begun.id());
        return begun;
    }

    private void record(
            UUID tenantId, Identity caller, AuditAction action, @Nullable UUID subject) {
        tenancy.as(tenantId, () -> audit.record(caller.subject(), action, subject));
    }
}
