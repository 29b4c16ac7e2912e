package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.content.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The blocks of an element, in reading order; also for the XHTML that office readers produce. */
public final class HtmlBlocks {

    private static final int DEEPEST = 200;
    private static final Set<String> LEAF_PARAGRAPHS =
            Set.of("p", "figcaption", "caption", "summary", "address", "dt", "dd", "legend");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();

    public List<Block> of(Element root) {
        addChildren(root, 0);
        endLoose();
        return blocks;
    }

    private void addChildren(Element parent, int depth) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(text.getWholeText());
            } else if (node instanceof Element element) {
                add(element, depth);
            }
        }
    }

    private void add(Element element, int depth) {
        var tag = element.normalName();
        if (tag.matches("h[1-6]")) {
            endLoose();
            heading(element, tag.charAt(1) - '0');
        } else if (tag.equals("ul") || tag.equals("ol")) {
            endLoose();
            lines(items(element, ""));
        } else if (tag.equals("table") && !isLayout(element)) {
            endLoose();
            lines(rows(element));
        } else if (tag.equals("pre")) {
            endLoose();
            lines(element.wholeText().lines().map(String::stripTrailing).toList());
        } else if (LEAF_PARAGRAPHS.contains(tag)) {
            endLoose();
            appendText(element);
            endLoose();
        } else if (element.isBlock() && depth < DEEPEST) {
            endLoose();
            addChildren(element, depth + 1);
            endLoose();
        } else {
            appendText(element);
        }
    }

    private void heading(Element element, int level) {
        var text = Prose.line(element.text());
        if (!text.isEmpty()) {
            blocks.add(new Block.Heading(level, text, null));
        }
    }

    private void appendText(Element element) {
        loose.append(words(element));
    }

    /** The words of an element, a line break for each {@code br}, addresses behind their links. */
    private static String words(Element element) {
        var text = new StringBuilder();
        element.traverse((node, _) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element inner) {
                if (inner.normalName().equals("br")) {
                    text.append('\n');
                } else if (inner.isBlock() && !text.isEmpty()) {
                    text.append(' ');
                }
            }
        });
        for (var link : element.select("a[href]")) {
            text.append(Links.address(link.attr("href"), text.toString()));
        }
        return text.toString();
    }

    private void endLoose() {
        var parts = loose.toString().strip().split("\n", -1);
        loose.setLength(0);
        var texts = new ArrayList<String>();
        for (var part : parts) {
            var line = Prose.line(part);
            if (!line.isEmpty()) {
                texts.add(Prose.item(line));
            }
        }
        boolean broken =
                texts.size() > 2 && texts.stream().mapToInt(String::length).max().orElse(0) < 80;
        if (broken) {
            lines(texts);
        } else if (texts.size() == 1 && Prose.markerLength(texts.getFirst()) > 0) {
            appendItem(texts.getFirst());
        } else if (!texts.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join(" ", texts), null));
        }
    }

    /** Word writes a list as paragraphs with markers: they become the lines of one block again. */
    private void appendItem(String item) {
        if (!blocks.isEmpty()
                && blocks.getLast() instanceof Block.Lines(var lines, _)
                && Prose.markerLength(lines.getLast()) > 0) {
            var longer = new ArrayList<>(lines);
            longer.add(item);
            blocks.set(blocks.size() - 1, new Block.Lines(longer, null));
        } else {
            blocks.add(new Block.Lines(List.of(item), null));
        }
    }

    private void lines(List<String> lines) {
        var kept = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!kept.isEmpty()) {
            blocks.add(new Block.Lines(kept, null));
        }
    }

    private static List<String> items(Element list, String indent) {
        var lines = new ArrayList<String>();
        int number = 1;
        for (var item : list.children()) {
            if (item.normalName().equals("ul") || item.normalName().equals("ol")) {
                lines.addAll(items(item, indent + "  "));
                continue;
            }
            var own = item.clone();
            own.select("ul, ol").remove();
            var text = Prose.line(words(own));
            if (!text.isEmpty()) {
                lines.add(
                        indent + (list.normalName().equals("ol") ? number++ + ". " : "- ") + text);
            }
            for (var inner : item.select("> ul, > ol, > div > ul, > div > ol")) {
                lines.addAll(items(inner, indent + "  "));
            }
        }
        return lines;
    }

    private static boolean isLayout(Element table) {
        return !table.select("table table, h1, h2, h3, h4").isEmpty();
    }

    private static List<String> rows(Element table) {
        var rows = new ArrayList<List<String>>();
        for (var row : table.select("tr")) {
            rows.add(
                    row.select("> td, > th").stream()
                            .map(cell -> Prose.line(words(cell)))
                            .toList());
        }
        var first = table.selectFirst("tr");
        boolean named =
                first != null && first.select("> td").isEmpty() && first.select("> th").size() > 1;
        return Rows.lines(rows, named);
    }
}
