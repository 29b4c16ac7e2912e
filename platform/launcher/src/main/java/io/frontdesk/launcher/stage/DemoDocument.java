package io.frontdesk.launcher.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A document of the demo's business, with what is inside it. */
public record DemoDocument(String file, String mediaType, String describes) {
    public static List<DemoDocument> all() {
        return List.of(
                new DemoDocument("opening-hours.md", "text/markdown", "Markdown"),
                new DemoDocument("prices.html", "text/html", "a web page"),
                new DemoDocument("appointments.txt", "text/plain", "plain text"),
                new DemoDocument("privacy-notice.pdf", "application/pdf", "PDF, two pages"),
                new DemoDocument(
                        "aftercare.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "Word"));
    }

    /** The body of an upload (RFC 7578). */
    public byte[] multipart(String boundary) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, file, mediaType);
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private byte[] content() {
        try (var in = DemoDocument.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the launcher lacks its demo document " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
