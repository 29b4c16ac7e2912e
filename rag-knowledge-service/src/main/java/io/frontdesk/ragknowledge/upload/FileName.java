package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.content.Prose;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file's name without folders, control characters and excess length. */
record FileName(String value) {

    private static final int LONGEST = 200;
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(
                    "pdf", "application/pdf",
                    "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "html", "text/html",
                    "htm", "text/html",
                    "md", "text/markdown",
                    "txt", "text/plain");

    static FileName of(@Nullable String sent) {
        var name = sent == null ? "" : Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name =
                Prose.line(
                        name.replaceAll("[\\p{Cntrl}<>:\"|?*\\u202a-\\u202e\\u2066-\\u2069]", ""));
        name = name.replaceAll("^\\.+", "");
        if (name.length() > LONGEST) {
            int dot = name.lastIndexOf('.');
            var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST - ending.length()) + ending;
        }
        return new FileName(name.isEmpty() ? "document" : name);
    }

    /** The name without its ending, with blanks for hyphens and underscores. */
    String title() {
        int dot = value.lastIndexOf('.');
        var stem = dot > 0 ? value.substring(0, dot) : value;
        var words = Prose.line(stem.replaceAll("[-_]+", " "));
        return words.isEmpty() ? value : words;
    }

    /** What the ending promises; the content is looked at later. */
    String mediaType() {
        var ending = value.substring(value.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
