package io.frontdesk.ragknowledge.office;

import io.frontdesk.ragknowledge.content.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What repeats on most slides (a logo's words, a web address) and slide numbers are left out. */
final class Furniture {

    private static final int FEWEST_SLIDES = 3;

    private Furniture() {}

    /** The heading of a slide that has no title of its own. */
    static String name(int slide) {
        return "Slide " + slide;
    }

    static List<Block> without(List<List<Block>> slides) {
        Map<Block.Paragraph, Long> seen =
                slides.stream()
                        .flatMap(List::stream)
                        .filter(Block.Paragraph.class::isInstance)
                        .map(block -> new Block.Paragraph(((Block.Paragraph) block).text(), null))
                        .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        var kept = new ArrayList<Block>();
        for (var slide : slides) {
            var said =
                    slide.stream()
                            .filter(block -> !isFurniture(block, seen, slides.size()))
                            .toList();
            boolean nameless =
                    said.size() == 1
                            && said.getFirst() instanceof Block.Heading(_, var text, var page)
                            && page != null
                            && text.equals(name(page));
            if (!nameless) {
                kept.addAll(said);
            }
        }
        return kept;
    }

    private static boolean isFurniture(Block block, Map<Block.Paragraph, Long> seen, int slides) {
        if (!(block instanceof Block.Paragraph(var text, var page))) {
            return false;
        }
        long times = seen.getOrDefault(new Block.Paragraph(text, null), 0L);
        return text.equals(String.valueOf(page))
                || (times >= FEWEST_SLIDES && times * 5 >= slides * 3L);
    }
}
