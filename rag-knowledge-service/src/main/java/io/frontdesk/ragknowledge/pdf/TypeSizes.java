package io.frontdesk.ragknowledge.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells headings from body text by their type: larger than most of the text, or bold and alone. */
final class TypeSizes {

    private static final int LONGEST_HEADING = 120;
    private static final float LARGER = 1.12f;
    private static final int LEVELS = 4;

    private final int body;
    private final TreeMap<Integer, Integer> levels = new TreeMap<>();
    private final boolean boldIsRare;

    TypeSizes(List<PageLine> lines) {
        var characters = new HashMap<Integer, Integer>();
        int bold = 0;
        int all = 0;
        for (var line : lines) {
            characters.merge(halfPoints(line), line.text().length(), Integer::sum);
            bold += line.bold() ? line.text().length() : 0;
            all += line.text().length();
        }
        body =
                characters.entrySet().stream()
                        .max((a, b) -> Integer.compare(a.getValue(), b.getValue()))
                        .map(entry -> entry.getKey())
                        .orElse(20);
        boldIsRare = bold * 4 < all;
        characters.keySet().stream()
                .filter(size -> size > body * LARGER)
                .sorted((a, b) -> Integer.compare(b, a))
                .forEach(size -> levels.put(size, Math.min(LEVELS, levels.size() + 1)));
    }

    /** The level of the heading that the line is, or null. */
    @Nullable Integer level(PageLine line) {
        var text = line.text();
        if (line.isRow()
                || text.length() > LONGEST_HEADING
                || text.endsWith(".")
                || text.endsWith(",")
                || text.codePoints().noneMatch(Character::isLetter)) {
            return null;
        }
        var level = levels.get(halfPoints(line));
        if (level != null) {
            return level;
        }
        boolean alone =
                line.bold() && boldIsRare && halfPoints(line) >= body && !text.endsWith(":");
        return alone ? Integer.valueOf(Math.min(LEVELS, levels.size()) + 1) : null;
    }

    private static int halfPoints(PageLine line) {
        return Math.round(line.size() * 2);
    }
}
