package io.frontdesk.ragknowledge.parsing;

import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/** Finds the kind of a file from its bytes; the name only chooses among the kinds of text. */
final class ContentSniffer {

    private final Detector detector = TikaConfig.getDefaultConfig().getDetector();

    FileKind kind(Path file, String fileName) throws IOException {
        var promised = FileKind.promisedBy(fileName);
        var promisesText = promised != null && promised.isText();
        var detected = mediaType(file);
        // Old encodings hold bytes that look like control characters.
        var found =
                promisesText && detected.equals("application/octet-stream") && Charsets.isText(file)
                        ? "text/plain"
                        : detected;
        var kind = kind(found, promised);
        if (kind != null && (promised == null || promised == kind)) {
            return kind;
        }
        throw fault(found, kind, promised, fileName);
    }

    private String mediaType(Path file) throws IOException {
        try (var bytes = TikaInputStream.get(file)) {
            return detector.detect(bytes, new Metadata()).getBaseType().toString();
        }
    }

    private static @Nullable FileKind kind(String found, @Nullable FileKind promised) {
        for (var kind : FileKind.values()) {
            if (!kind.isText() && kind.mediaType().equals(found)) {
                return kind;
            }
        }
        if (found.contains("wordprocessingml") || found.startsWith("application/vnd.ms-word.")) {
            return FileKind.WORD;
        }
        if (found.contains("presentationml")
                || found.startsWith("application/vnd.ms-powerpoint.")) {
            return FileKind.SLIDES;
        }
        boolean text = found.startsWith("text/") || found.equals("application/xhtml+xml");
        if (text && promised != null && promised.isText()) {
            return promised;
        }
        if (found.equals("text/html") || found.equals("application/xhtml+xml")) {
            return FileKind.HTML;
        }
        return text && !found.equals("text/rtf") ? FileKind.TEXT : null;
    }

    private static UnreadableDocument fault(
            String found, @Nullable FileKind kind, @Nullable FileKind promised, String fileName) {
        boolean office = promised == FileKind.WORD || promised == FileKind.SLIDES;
        if (found.equals("application/x-tika-ooxml-protected")) {
            return new UnreadableDocument(
                    Fault.ENCRYPTED, "Remove the password from the file and upload it again.");
        }
        if (office
                && (found.equals("application/zip") || found.equals("application/x-tika-ooxml"))) {
            return new UnreadableDocument(
                    Fault.DAMAGED,
                    "The file is cut off or damaged; save it again and upload that.");
        }
        if (promised != null) {
            return new UnreadableDocument(
                    Fault.TYPE_MISMATCH,
                    "The name \"%s\" promises %s, but the content is %s."
                            .formatted(
                                    fileName,
                                    promised.mediaType(),
                                    kind == null && found.equals("application/octet-stream")
                                            ? "something else"
                                            : found));
        }
        return new UnreadableDocument(
                Fault.UNSUPPORTED,
                "Files of type %s cannot be read; use PDF, DOCX, PPTX, HTML, Markdown or text."
                        .formatted(found));
    }
}
