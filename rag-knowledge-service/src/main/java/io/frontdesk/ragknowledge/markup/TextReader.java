package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import io.frontdesk.ragknowledge.content.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain text: blank lines part paragraphs; wrapped lines are joined, lists and short lines kept.
 */
public final class TextReader {

    private static final Pattern PARTING = Pattern.compile("\\R[ \\t]*\\R\\s*");
    private static final Pattern RULER = Pattern.compile("[=\\-~_*]{3,}");
    private static final int LONGEST_HEADING = 80;
    private static final int WRAPPED = 50;

    public ParsedDocument read(String source) {
        var blocks = new ArrayList<Block>();
        for (var part : PARTING.split(source, -1)) {
            var lines = part.lines().map(Prose::line).filter(line -> !line.isEmpty()).toList();
            if (!lines.isEmpty()) {
                add(lines, blocks);
            }
        }
        var title =
                !blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading heading
                        ? heading.text()
                        : null;
        return new ParsedDocument(title, blocks);
    }

    private static void add(List<String> lines, List<Block> blocks) {
        if (lines.size() > 1
                && lines.getFirst().length() <= LONGEST_HEADING
                && RULER.matcher(lines.get(1)).matches()) {
            int level = lines.get(1).startsWith("=") ? 1 : 2;
            blocks.add(new Block.Heading(level, lines.getFirst(), null));
            if (lines.size() > 2) {
                add(lines.subList(2, lines.size()), blocks);
            }
        } else if (lines.size() == 1 && isShouted(lines.getFirst())) {
            blocks.add(new Block.Heading(2, lines.getFirst(), null));
        } else if (lines.size() == 1) {
            blocks.add(new Block.Paragraph(lines.getFirst(), null));
        } else {
            addLines(lines, blocks);
        }
    }

    private static boolean isShouted(String line) {
        return line.length() <= LONGEST_HEADING
                && line.codePoints().filter(Character::isUpperCase).count() > 3
                && line.codePoints().noneMatch(Character::isLowerCase)
                && !line.endsWith(".");
    }

    private static void addLines(List<String> lines, List<Block> blocks) {
        long items = lines.stream().filter(line -> Prose.markerLength(line) > 0).count();
        if (items >= 2 || (items == 1 && Prose.markerLength(lines.getFirst()) > 0)) {
            addItems(lines, blocks);
        } else if (isWrapped(lines)) {
            blocks.add(new Block.Paragraph(String.join(" ", lines), null));
        } else {
            blocks.add(new Block.Lines(lines, null));
        }
    }

    /** Lines before the first item are its lead-in; a line without a marker continues its item. */
    private static void addItems(List<String> lines, List<Block> blocks) {
        var items = new ArrayList<StringBuilder>();
        var leadIn = new ArrayList<String>();
        for (var line : lines) {
            if (Prose.markerLength(line) > 0) {
                items.add(new StringBuilder(Prose.item(line)));
            } else if (items.isEmpty()) {
                leadIn.add(line);
            } else {
                items.getLast().append(' ').append(line);
            }
        }
        if (!leadIn.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join(" ", leadIn), null));
        }
        blocks.add(new Block.Lines(items.stream().map(StringBuilder::toString).toList(), null));
    }

    private static boolean isWrapped(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest >= WRAPPED
                && lines.stream()
                        .limit(lines.size() - 1L)
                        .allMatch(l -> l.length() * 5 >= longest * 3);
    }
}
