package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.upload.UploadController.Answer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/knowledge/documents/{id}")
class ContentController {

    private final ReplaceContent replaceContent;
    private final Documents documents;

    ContentController(ReplaceContent replaceContent, Documents documents) {
        this.replaceContent = replaceContent;
        this.documents = documents;
    }

    @Operation(summary = "Adds the next version; the one before is found until that is ready")
    @PutMapping(path = "/content", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Answer> file(@PathVariable UUID id, @RequestPart MultipartFile file)
            throws IOException {
        var name = FileName.of(file.getOriginalFilename());
        return UploadController.answer(
                replaceContent.replace(id, name, Kind.UPLOAD, file.getSize(), file));
    }

    @PutMapping(path = "/content", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> text(@PathVariable UUID id, @Valid @RequestBody NewText sent)
            throws IOException {
        var name = UploadController.nameOf(documents.get(id).title(), sent.text());
        var bytes = sent.text().getBytes(StandardCharsets.UTF_8);
        return UploadController.answer(
                replaceContent.replace(
                        id, name, Kind.TEXT, bytes.length, new ByteArrayResource(bytes)));
    }

    @Operation(summary = "Makes an earlier version the newest")
    @PostMapping("/versions/{version}/restoration")
    ResponseEntity<Answer> restore(@PathVariable UUID id, @PathVariable int version) {
        return UploadController.answer(replaceContent.restore(id, version));
    }

    record NewText(@NotBlank String text) {}
}
