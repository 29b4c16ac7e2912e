package io.frontdesk.ragknowledge.pdf;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Text-bearing PDF through Apache PDFBox, the reader inside Tika, for the sake of type sizes. */
public final class PdfReader {

    private static final long MEMORY = 32L * 1024 * 1024;
    private static final int TAIL = 2048;
    private static final int MOST_PAGES = 5_000;

    public ParsedDocument read(Path file) throws IOException {
        try (var document =
                Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            requireEnd(file);
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableDocument(
                        Fault.TOO_COMPLEX, "The document has more than " + MOST_PAGES + " pages.");
            }
            var lines = RunningLines.without(new PageLines().of(document));
            if (lines.stream()
                    .noneMatch(line ->
                            line.text().codePoints().anyMatch(Character::isLetterOrDigit))) {
                throw new UnreadableDocument(
                        Fault.HAS_NO_TEXT,
                        "The pages are images without text. Run text recognition (OCR) over the"
                                + " file and upload it again.");
            }
            var blocks = new PdfBlocks(lines).blocks();
            var title = title(document);
            return new ParsedDocument(title == null ? firstHeading(blocks) : title, blocks);
        } catch (InvalidPasswordException locked) {
            throw new UnreadableDocument(
                    Fault.ENCRYPTED, "Remove the password from the file and upload it again.");
        }
    }

    /** PDFBox mends what it can; a file cut off must not pass as the shorter document it became. */
    private static void requireEnd(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(TAIL, bytes.length());
            var tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            var text = new String(tail, StandardCharsets.ISO_8859_1);
            if (!text.contains("%%EOF") && !text.contains("startxref")) {
                throw new UnreadableDocument(
                        Fault.DAMAGED, "The file ends before the document does; it was cut off.");
            }
        }
    }

    private static @Nullable String firstHeading(List<Block> blocks) {
        return !blocks.isEmpty()
                        && blocks.getFirst() instanceof Block.Heading(var level, var text, _)
                        && level == 1
                ? text
                : null;
    }

    private static @Nullable String title(PDDocument document) {
        var title = document.getDocumentInformation().getTitle();
        var line = title == null ? "" : Prose.line(title);
        boolean useful =
                line.length() > 2
                        && line.length() < 200
                        && !line.matches(
                                "(?i)untitled.*|.*\\.(docx?|pdf|tex|indd|pptx?)|microsoft word.*");
        return useful ? line : null;
    }
}
