package io.frontdesk.ragknowledge.archive;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

    private static final String ZIP = "application/zip";

    private final ExportArchive exportArchive;

    ExportController(ExportArchive exportArchive) {
        this.exportArchive = exportArchive;
    }

    /**
     * Streams the archive. A failure midway cuts it off, which its reader sees: the manifest comes
     * last.
     */
    @GetMapping(path = "/knowledge/archive", produces = ZIP)
    @PreAuthorize("hasAnyRole('owner', 'operator', 'service')")
    @Operation(
            summary = "The tenant's knowledge as a portable archive",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = ZIP,
                                            schema = @Schema(type = "string", format = "binary"))))
    void export(HttpServletResponse response) throws IOException {
        exportArchive.begin();
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"knowledge.zip\"");
        exportArchive.write(response.getOutputStream());
    }
}
