package io.frontdesk.ragknowledge.pdf;

import io.frontdesk.ragknowledge.content.Prose;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects the lines of all pages in the order of the content stream, which keeps columns whole.
 */
final class PageLines extends PDFTextStripper {

    private static final char CELL_END = '\t';
    private static final float WIDE = 1.5f;

    private final List<PageLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();

    PageLines() {
        setSortByPosition(false);
        setSuppressDuplicateOverlappingText(true);
    }

    List<PageLine> of(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return lines;
    }

    @Override
    protected void writeString(String string, List<TextPosition> glyphs) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was stopped");
        }
        if (!positions.isEmpty()
                && !glyphs.isEmpty()
                && isGap(positions.getLast(), glyphs.getFirst())) {
            text.append(CELL_END);
        }
        text.append(string);
        positions.addAll(glyphs);
    }

    private static boolean isGap(TextPosition last, TextPosition next) {
        float gap = next.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
        return gap > last.getFontSizeInPt() * WIDE;
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        var line = Prose.line(text.toString());
        if (!line.isEmpty() && !positions.isEmpty()) {
            lines.add(measured(line));
        }
        text.setLength(0);
        positions.clear();
    }

    private PageLine measured(String line) {
        float left = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        double sizes = 0;
        int bold = 0;
        for (var glyph : positions) {
            left = Math.min(left, glyph.getXDirAdj());
            right = Math.max(right, glyph.getXDirAdj() + glyph.getWidthDirAdj());
            bottom = Math.max(bottom, glyph.getYDirAdj());
            sizes += glyph.getFontSizeInPt();
            bold += isBold(glyph) ? 1 : 0;
        }
        float size = (float) (sizes / positions.size());
        var cells =
                Pattern.compile("\t")
                        .splitAsStream(text)
                        .map(Prose::line)
                        .filter(c -> !c.isEmpty())
                        .toList();
        return new PageLine(
                getCurrentPageNo(),
                line,
                cells,
                size,
                bold * 10 > positions.size() * 9,
                left,
                right,
                bottom);
    }

    private static boolean isBold(TextPosition glyph) {
        var font = glyph.getFont();
        var name = font == null || font.getName() == null ? "" : font.getName();
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("bold")
                || lower.contains("black")
                || lower.matches(".*(cmbx|-medi).*");
    }
}
