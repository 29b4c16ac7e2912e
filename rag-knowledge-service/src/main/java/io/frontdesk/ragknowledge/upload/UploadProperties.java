package io.frontdesk.ragknowledge.upload;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of an upload.
 *
 * @param maxDocumentSize the largest file that is taken; a larger one is refused before it is read
 */
@ConfigurationProperties("frontdesk.knowledge")
record UploadProperties(@DefaultValue("50MB") DataSize maxDocumentSize) {

    private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);
    private static final DataSize IN_MEMORY = DataSize.ofKilobytes(64);

    MultipartConfigElement multipart() {
        return new MultipartConfigElement(
                "",
                maxDocumentSize.toBytes(),
                maxDocumentSize.toBytes() + ENVELOPE.toBytes(),
                (int) IN_MEMORY.toBytes());
    }
}
