package io.frontdesk.ragknowledge.fetching;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param url the last one, after all redirects
 * @param mediaType without parameters; of text, the body is UTF-8
 * @param content the body; null when nothing changed since what the caller has
 * @param cut whether the body was longer than the caller wanted to read
 * @param robots the X-Robots-Tag header
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: megabytes need no second form.
public record Fetched(
        URI url,
        String mediaType,
        byte @Nullable [] content,
        boolean cut,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String robots) {

    private static final Map<String, String> ENDINGS =
            Map.of(
                    "text/html", ".html",
                    "application/xhtml+xml", ".html",
                    "text/markdown", ".md",
                    "text/plain", ".txt",
                    "application/pdf", ".pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            ".docx",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            ".pptx");

    /** Whether nothing changed since what the caller has. */
    public boolean isUnmodified() {
        return content == null;
    }

    public byte[] body() {
        return content == null ? new byte[0] : content;
    }

    public boolean isHtml() {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    }

    /** SHA-256 of the body, in hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A name for the body, with the ending that the media type stands for. */
    public String fileName() {
        var path = url.getPath() == null ? "" : url.getPath();
        var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "");
        var name = last.isEmpty() ? url.getHost() : last;
        name = name.length() > 150 ? name.substring(name.length() - 150) : name;
        boolean markdown =
                mediaType.equals("text/plain")
                        && name.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
        var ending = markdown ? ".md" : ENDINGS.getOrDefault(mediaType, "");
        if (ending.isEmpty() || name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return name;
        }
        int dot = last.isEmpty() ? -1 : name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ending;
    }
}
