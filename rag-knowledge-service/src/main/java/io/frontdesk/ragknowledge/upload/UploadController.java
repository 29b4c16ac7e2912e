package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.upload.AddDocument.Accepted;
import jakarta.servlet.MultipartConfigElement;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/knowledge/bases/{baseId}/documents")
@EnableConfigurationProperties(UploadProperties.class)
class UploadController {

    private static final Pattern MARKDOWN =
            Pattern.compile(
                    "(?m)^#{1,6} \\S|^\\|.*\\|\\s*$|\\[[^]\\n]+]\\([^)\\s]+\\)|^```|\\*\\*\\S");

    private final AddDocument addDocument;

    UploadController(AddDocument addDocument) {
        this.addDocument = addDocument;
    }

    @Bean
    static MultipartConfigElement multipart(UploadProperties properties) {
        return properties.multipart();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Answer> file(@PathVariable UUID baseId, @RequestPart MultipartFile file)
            throws IOException {
        var name = FileName.of(file.getOriginalFilename());
        return answer(addDocument.add(baseId, name, name.title(), false, file.getSize(), file));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> text(
            @PathVariable UUID baseId, @Valid @RequestBody TextDocument document)
            throws IOException {
        var bytes = document.text().getBytes(StandardCharsets.UTF_8);
        var ending = MARKDOWN.matcher(document.text()).find() ? ".md" : ".txt";
        var title = Prose.line(document.title());
        var name = FileName.of(title + ending);
        return answer(
                addDocument.add(
                        baseId, name, title, true, bytes.length, new ByteArrayResource(bytes)));
    }

    /** 202 when work was taken on, 200 for content that the base holds already. */
    private static ResponseEntity<Answer> answer(Accepted accepted) {
        return ResponseEntity.status(accepted.queued() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(new Answer(accepted.id(), accepted.status()));
    }

    record Answer(UUID id, DocumentStatus status) {}
}
