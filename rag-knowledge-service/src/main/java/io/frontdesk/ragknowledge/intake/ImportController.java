package io.frontdesk.ragknowledge.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/knowledge/archive")
@PreAuthorize("hasAnyRole('owner', 'operator', 'service')")
class ImportController {

    private static final String ZIP = "application/zip";

    private final AcceptArchive acceptArchive;
    private final Imports imports;

    ImportController(AcceptArchive acceptArchive, Imports imports) {
        this.acceptArchive = acceptArchive;
        this.imports = imports;
    }

    @PostMapping(consumes = ZIP)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Imports an archive; the same archive again is not imported twice",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = ZIP,
                                            schema = @Schema(type = "string", format = "binary"))))
    Accepted add(HttpServletRequest request) throws IOException {
        var accepted =
                acceptArchive.accept(request.getInputStream(), request.getContentLengthLong());
        return new Accepted(accepted.id(), accepted.status());
    }

    @GetMapping("/imports/{id}")
    ArchiveImport get(@PathVariable UUID id) {
        return imports.find(id).orElseThrow(() -> new ImportNotFound(id));
    }

    record Accepted(UUID id, String status) {}
}
