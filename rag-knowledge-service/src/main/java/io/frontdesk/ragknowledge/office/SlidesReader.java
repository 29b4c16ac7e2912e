package io.frontdesk.ragknowledge.office;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.content.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/** Slide decks: a slide is a page, its title a heading; speaker notes follow their slide. */
public final class SlidesReader {

    public ParsedDocument read(Path file) throws IOException, InvalidFormatException {
        try (var zip = OPCPackage.open(file.toFile(), PackageAccess.READ);
                var deck = new XMLSlideShow(zip)) {
            var slides = new ArrayList<List<Block>>();
            for (var slide : deck.getSlides()) {
                if (!slide.isHidden()) {
                    slides.add(blocks(slide));
                }
            }
            var blocks = Furniture.without(slides);
            var title = zip.getPackageProperties().getTitleProperty().map(Prose::line).orElse("");
            return new ParsedDocument(
                    title.isEmpty() || title.equalsIgnoreCase("PowerPoint Presentation")
                            ? null
                            : title,
                    blocks);
        }
    }

    private static List<Block> blocks(XSLFSlide slide) {
        var blocks = new ArrayList<Block>();
        Integer page = slide.getSlideNumber();
        var title = slide.getTitle();
        if (title != null && !Prose.line(title).isEmpty()) {
            blocks.add(new Block.Heading(1, Prose.line(title), page));
        } else {
            blocks.add(new Block.Heading(1, Furniture.name(page), page));
        }
        for (var shape : slide.getShapes()) {
            addShape(shape, page, blocks);
        }
        var notes = slide.getNotes();
        if (notes != null) {
            for (var shape : notes.getShapes()) {
                if (shape instanceof XSLFTextShape text && text.getTextType() == Placeholder.BODY) {
                    addText(text, page, blocks);
                }
            }
        }
        return blocks;
    }

    private static void addShape(XSLFShape shape, Integer page, List<Block> blocks) {
        switch (shape) {
            case XSLFTable table -> addTable(table, page, blocks);
            case XSLFGroupShape group ->
                    group.getShapes().forEach(inner -> addShape(inner, page, blocks));
            case XSLFTextShape text when !isFurniture(text.getTextType()) ->
                    addText(text, page, blocks);
            default -> {}
        }
    }

    private static boolean isFurniture(@Nullable Placeholder kind) {
        return kind == Placeholder.TITLE
                || kind == Placeholder.CENTERED_TITLE
                || kind == Placeholder.FOOTER
                || kind == Placeholder.HEADER
                || kind == Placeholder.DATETIME
                || kind == Placeholder.SLIDE_NUMBER;
    }

    private static void addText(XSLFTextShape shape, Integer page, List<Block> blocks) {
        var items = new ArrayList<String>();
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            var text = Prose.line(paragraph.getText());
            if (!text.isEmpty()) {
                items.add(
                        paragraph.isBullet()
                                ? "  ".repeat(Math.max(0, paragraph.getIndentLevel())) + "- " + text
                                : text);
            }
        }
        if (items.size() == 1) {
            blocks.add(new Block.Paragraph(items.getFirst(), page));
        } else if (!items.isEmpty()) {
            blocks.add(new Block.Lines(items, page));
        }
    }

    private static void addTable(XSLFTable table, Integer page, List<Block> blocks) {
        var rows = new ArrayList<List<String>>();
        for (var row : table.getRows()) {
            rows.add(row.getCells().stream().map(cell -> Prose.line(cell.getText())).toList());
        }
        var lines = Rows.lines(rows, false);
        if (!lines.isEmpty()) {
            blocks.add(new Block.Lines(lines, page));
        }
    }
}
