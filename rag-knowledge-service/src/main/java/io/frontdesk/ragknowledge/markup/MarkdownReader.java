package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.content.Rows;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markdown as CommonMark with GitHub's tables; front matter and site-generator tags are read. */
public final class MarkdownReader {

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    public ParsedDocument read(String source) {
        var page = SitePage.of(source);
        var blocks = new ArrayList<Block>();
        addAll(parser.parse(page.body()), blocks);
        return new ParsedDocument(
                page.title() == null ? firstHeading(blocks) : page.title(), blocks);
    }

    private static @Nullable String firstHeading(List<Block> blocks) {
        return !blocks.isEmpty()
                        && blocks.getFirst() instanceof Block.Heading(var level, var text, _)
                        && level == 1
                ? text
                : null;
    }

    private static void addAll(Node parent, List<Block> blocks) {
        for (var node : children(parent)) {
            switch (node) {
                case Heading heading -> heading(heading, blocks);
                case Paragraph paragraph -> paragraph(InlineText.of(paragraph), blocks);
                case ListBlock list -> lines(items(list, ""), blocks);
                case BlockQuote quote -> addAll(quote, blocks);
                case FencedCodeBlock code -> lines(code.getLiteral().lines().toList(), blocks);
                case IndentedCodeBlock code -> lines(code.getLiteral().lines().toList(), blocks);
                case HtmlBlock html -> blocks.addAll(HtmlReader.fragment(html.getLiteral()));
                case TableBlock table -> lines(rows(table), blocks);
                default -> {}
            }
        }
    }

    private static void heading(Heading heading, List<Block> blocks) {
        var text = InlineText.of(heading);
        if (!text.isEmpty()) {
            blocks.add(new Block.Heading(heading.getLevel(), text, null));
        }
    }

    private static void paragraph(String text, List<Block> blocks) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Paragraph(text, null));
        }
    }

    private static void lines(List<String> lines, List<Block> blocks) {
        var kept = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!kept.isEmpty()) {
            blocks.add(new Block.Lines(kept, null));
        }
    }

    private static List<String> items(ListBlock list, String indent) {
        var lines = new ArrayList<String>();
        int number =
                list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                        ? ordered.getMarkerStartNumber()
                        : 1;
        for (var item : children(list)) {
            if (item instanceof ListItem) {
                var marker = list instanceof BulletList ? "- " : number++ + ". ";
                addItem(item, indent + marker, indent + "  ", lines);
            }
        }
        return lines;
    }

    private static void addItem(Node item, String start, String deeper, List<String> lines) {
        var text = new StringBuilder();
        var nested = new ArrayList<String>();
        for (var child : children(item)) {
            switch (child) {
                case ListBlock list -> nested.addAll(items(list, deeper));
                case Paragraph paragraph -> text.append(' ').append(InlineText.of(paragraph));
                default -> {
                    var inner = new ArrayList<Block>();
                    addAll(wrap(child), inner);
                    inner.forEach(block -> text.append(' ').append(flat(block)));
                }
            }
        }
        var line = Prose.line(text.toString());
        if (!line.isEmpty()) {
            lines.add(start + line);
        }
        lines.addAll(nested);
    }

    private static Node wrap(Node child) {
        var parent = new BlockQuote();
        parent.appendChild(child);
        return parent;
    }

    private static String flat(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Lines lines -> String.join(" ", lines.lines());
        };
    }

    private static List<String> rows(TableBlock table) {
        var rows = new ArrayList<List<String>>();
        for (var part : children(table)) {
            for (var row : children(part)) {
                if (row instanceof TableRow) {
                    rows.add(
                            children(row).stream()
                                    .filter(TableCell.class::isInstance)
                                    .map(InlineText::of)
                                    .toList());
                }
            }
        }
        return Rows.lines(rows, true);
    }

    private static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}
