package io.frontdesk.ragknowledge.pdf;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.content.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins printed lines to headings, paragraphs and lists again. */
final class PdfBlocks {

    private static final float WIDEST_GAP = 1.9f;
    private static final float SHORT = 0.85f;

    private final List<PageLine> lines;
    private final TypeSizes sizes;
    private final List<Block> blocks = new ArrayList<>();
    private final List<PageLine> open = new ArrayList<>();
    private float columnRight;

    PdfBlocks(List<PageLine> lines) {
        this.lines = lines;
        this.sizes = new TypeSizes(lines);
    }

    List<Block> blocks() {
        for (var line : lines) {
            if (!open.isEmpty() && parts(open.getLast(), line)) {
                close();
            }
            open.add(line);
            columnRight = Math.max(columnRight, line.right());
        }
        close();
        return blocks;
    }

    private boolean parts(PageLine last, PageLine next) {
        if (last.isRow() || next.isRow()) {
            return !(last.isRow() && next.isRow() && last.page() == next.page());
        }
        if (!last.looksLike(next) || Prose.markerLength(next.text()) > 0) {
            return true;
        }
        if (sizes.level(next) != null) {
            return last.page() != next.page() || gap(last, next) > WIDEST_GAP * 1.2f;
        }
        if (last.page() != next.page()) {
            return last.endsSentence() || Character.isUpperCase(next.text().codePointAt(0));
        }
        if (next.bottom() < last.bottom() - last.size()) {
            columnRight = 0;
            return last.endsSentence();
        }
        boolean indented =
                next.left() > open.getFirst().left() + last.size() * 0.8f && open.size() > 1;
        boolean ended = last.endsSentence() && (last.right() < columnRight * SHORT || indented);
        return ended || gap(last, next) > WIDEST_GAP;
    }

    private static float gap(PageLine last, PageLine next) {
        return (next.bottom() - last.bottom()) / Math.max(1f, last.size());
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        var first = open.getFirst();
        if (first.isRow()) {
            var rows = Rows.lines(open.stream().map(PageLine::cells).toList(), false);
            blocks.add(new Block.Lines(rows, first.page()));
            open.clear();
            return;
        }
        var level = sizes.level(first);
        var text = joined();
        Integer page = first.page();
        if (level != null && text.length() <= 200) {
            blocks.add(new Block.Heading(level, text, page));
        } else if (Prose.markerLength(text) > 0) {
            addItem(Prose.item(text), page);
        } else {
            blocks.add(new Block.Paragraph(text, page));
        }
        open.clear();
    }

    private void addItem(String item, @Nullable Integer page) {
        if (!blocks.isEmpty()
                && blocks.getLast() instanceof Block.Lines(var items, var listPage)
                && page != null
                && page.equals(listPage)) {
            var longer = new ArrayList<>(items);
            longer.add(item);
            blocks.set(blocks.size() - 1, new Block.Lines(longer, page));
        } else {
            blocks.add(new Block.Lines(List.of(item), page));
        }
    }

    /** A hyphen at a line's end belongs to the line break where a small letter follows. */
    private String joined() {
        var text = new StringBuilder();
        for (var line : open) {
            int end = text.length() - 1;
            boolean hyphen = end > 0 && "-\u2010\u00ad".indexOf(text.charAt(end)) >= 0;
            if (hyphen
                    && Character.isLetter(text.charAt(end - 1))
                    && Character.isLowerCase(line.text().codePointAt(0))) {
                text.setLength(end);
            } else if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(line.text());
        }
        return Prose.line(text.toString());
    }
}
