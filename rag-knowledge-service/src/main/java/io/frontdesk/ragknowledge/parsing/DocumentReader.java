package io.frontdesk.ragknowledge.parsing;

import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import io.frontdesk.ragknowledge.markup.HtmlReader;
import io.frontdesk.ragknowledge.markup.MarkdownReader;
import io.frontdesk.ragknowledge.markup.TextReader;
import io.frontdesk.ragknowledge.office.SlidesReader;
import io.frontdesk.ragknowledge.office.WordReader;
import io.frontdesk.ragknowledge.pdf.PdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.tika.exception.TikaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** Reads a file of any supported kind; everything that can be wrong with it has one exception. */
final class DocumentReader {

    private static final Logger log = LoggerFactory.getLogger(DocumentReader.class);
    private static final long LONGEST_TEXT = 25L * 1024 * 1024;

    private final ContentSniffer sniffer = new ContentSniffer();
    private final MarkdownReader markdown = new MarkdownReader();
    private final HtmlReader html = new HtmlReader();
    private final TextReader text = new TextReader();
    private final PdfReader pdf = new PdfReader();
    private final WordReader word = new WordReader();
    private final SlidesReader slides = new SlidesReader();

    ReadDocument read(Path file, String fileName) throws IOException {
        if (Files.size(file) == 0) {
            throw new UnreadableDocument(Fault.EMPTY, "The file holds nothing at all.");
        }
        ZipLimits.check(file);
        var kind = sniffer.kind(file, fileName);
        var document = content(kind, file);
        if (!document.hasText()) {
            throw new UnreadableDocument(Fault.HAS_NO_TEXT, "There are no words in the document.");
        }
        return new ReadDocument(kind.mediaType(), document);
    }

    private ParsedDocument content(FileKind kind, Path file) throws IOException {
        if (kind.isText() && Files.size(file) > LONGEST_TEXT) {
            throw new UnreadableDocument(
                    Fault.TOO_COMPLEX,
                    "Text of more than 25 MB must be split into several documents.");
        }
        try {
            return switch (kind) {
                case MARKDOWN -> markdown.read(Charsets.decode(file));
                case TEXT -> text.read(Charsets.decode(file));
                case HTML -> html(file);
                case PDF -> pdf.read(file);
                case WORD -> word.read(file);
                case SLIDES -> slides.read(file);
            };
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            log.warn("A document exhausted the memory it may use: {}", exhausted.toString());
            throw new UnreadableDocument(
                    Fault.TOO_COMPLEX, "The document is nested too deeply or too large to read.");
        } catch (IOException
                | TikaException
                | SAXException
                | InvalidFormatException
                | RuntimeException broken) {
            log.info("A {} document could not be read: {}", kind, broken.toString());
            throw cause(broken);
        }
    }

    /** Libraries wrap what our own limits throw; what they do not know to name is damage. */
    private static UnreadableDocument cause(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableDocument known) {
                return known;
            }
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("zip bomb")) {
                return new UnreadableDocument(
                        Fault.TOO_COMPLEX, "The file unpacks to far more than a document holds.");
            }
        }
        return new UnreadableDocument(
                Fault.DAMAGED, "The file is cut off or damaged; save it again and upload that.");
    }

    private ParsedDocument html(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return html.read(bytes);
        }
    }
}
