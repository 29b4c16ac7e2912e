package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.upload.AddDocument.Accepted;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.MultipartConfigElement;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
        return answer(
                addDocument.add(baseId, name, name.title(), Kind.UPLOAD, file.getSize(), file));
    }

    @Operation(summary = "Adds a text, or a web address that is fetched in the background")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> text(@PathVariable UUID baseId, @Valid @RequestBody Submission sent)
            throws IOException {
        var title = sent.title() == null ? null : Prose.line(sent.title());
        if (sent.url() != null) {
            return answer(addDocument.addUrl(baseId, title, sent.url()));
        }
        var text = Objects.requireNonNull(sent.text());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var named = Objects.requireNonNull(title);
        return answer(
                addDocument.add(
                        baseId,
                        nameOf(named, text),
                        named,
                        Kind.TEXT,
                        bytes.length,
                        new ByteArrayResource(bytes)));
    }

    static FileName nameOf(String title, String text) {
        return FileName.of(title + (MARKDOWN.matcher(text).find() ? ".md" : ".txt"));
    }

    /** 202 when work was taken on, 200 for content that the base holds already. */
    static ResponseEntity<Answer> answer(Accepted accepted) {
        return ResponseEntity.status(accepted.queued() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(new Answer(accepted.id(), accepted.status()));
    }

    record Answer(UUID id, DocumentStatus status) {}
}
