package io.frontdesk.ragknowledge.chunking;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands under one heading on one page, with the path of headings that leads there. */
record Section(List<String> headings, @Nullable Integer page, List<Block> blocks) {

    private static final int LONGEST_HEADING = 160;

    static List<Section> of(ParsedDocument document) {
        var sections = new ArrayList<Section>();
        Deque<Block.Heading> path = new ArrayDeque<>();
        boolean told = true;
        for (var block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                told = told || isUnder(path, heading);
                if (!told) {
                    sections.add(bare(path));
                }
                while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
                    path.removeLast();
                }
                path.addLast(heading);
                told = false;
            } else {
                told = true;
                open(document, path, block.page(), sections).blocks().add(block);
            }
        }
        if (!told) {
            sections.add(bare(path));
        }
        return sections;
    }

    private static boolean isUnder(Deque<Block.Heading> path, Block.Heading heading) {
        return path.isEmpty() || heading.level() > path.getLast().level();
    }

    /** A heading with nothing under it is itself what the document says there. */
    private static Section bare(Deque<Block.Heading> path) {
        var heading = path.getLast();
        var above = path.stream().limit(path.size() - 1L).map(h -> cut(h.text())).toList();
        return new Section(
                above,
                heading.page(),
                List.of(new Block.Paragraph(heading.text(), heading.page())));
    }

    private static Section open(
            ParsedDocument document,
            Deque<Block.Heading> path,
            @Nullable Integer page,
            List<Section> sections) {
        var headings =
                path.stream()
                        .map(heading -> cut(heading.text()))
                        .filter(text -> !text.equalsIgnoreCase(document.title()))
                        .toList();
        if (!sections.isEmpty()) {
            var last = sections.getLast();
            if (last.headings().equals(headings) && Objects.equals(last.page(), page)) {
                return last;
            }
        }
        var section = new Section(headings, page, new ArrayList<>());
        sections.add(section);
        return section;
    }

    private static String cut(String heading) {
        return heading.length() <= LONGEST_HEADING
                ? heading
                : heading.substring(0, LONGEST_HEADING - 1) + "…";
    }
}
