package io.frontdesk.ragknowledge.parsing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of files that can be read, with the names that promise them. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    WORD(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx docm dotx"),
    SLIDES(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "pptx pptm ppsx potx"),
    HTML("text/html", "html htm xhtml"),
    MARKDOWN("text/markdown", "md markdown mdown mkd"),
    TEXT("text/plain", "txt text log");

    private final String mediaType;
    private final String endings;

    FileKind(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    boolean isText() {
        return this == HTML || this == MARKDOWN || this == TEXT;
    }

    /** What the name promises; null where it promises nothing that is known. */
    static @Nullable FileKind promisedBy(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(kind -> List.of(kind.endings.split(" ", -1)).contains(ending))
                .findFirst()
                .orElse(null);
    }
}
