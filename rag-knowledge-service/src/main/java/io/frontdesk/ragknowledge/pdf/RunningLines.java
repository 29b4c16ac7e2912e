package io.frontdesk.ragknowledge.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Headers, footers and page numbers: what repeats from page to page is not what a page says. */
final class RunningLines {

    private static final int FEWEST_PAGES = 3;
    private static final int LONGEST = 120;

    private RunningLines() {}

    static List<PageLine> without(List<PageLine> lines) {
        Map<String, Set<Integer>> pages =
                lines.stream()
                        .filter(line -> line.text().length() <= LONGEST)
                        .collect(
                                Collectors.groupingBy(
                                        line -> pattern(line.text()),
                                        Collectors.mapping(PageLine::page, Collectors.toSet())));
        int count = new HashSet<>(lines.stream().map(PageLine::page).toList()).size();
        return lines.stream()
                .filter(line -> !isPageNumber(line, count))
                .filter(line -> {
                    int seen = pages.getOrDefault(pattern(line.text()), Set.of()).size();
                    return seen < FEWEST_PAGES || seen * 5 < count * 3;
                })
                .toList();
    }

    private static String pattern(String text) {
        return text.replaceAll("\\d+", "#");
    }

    private static boolean isPageNumber(PageLine line, int pages) {
        return pages > 1
                && line.text()
                        .matches(
                                "(?i)(page |seite |- ?)?"
                                        + line.page()
                                        + "( ?-| ?(/|of|von) ?\\d+)?");
    }
}
