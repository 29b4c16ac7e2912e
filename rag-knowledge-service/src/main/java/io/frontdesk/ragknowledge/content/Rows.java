package io.frontdesk.ragknowledge.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Table rows as lines. Where the first row names the columns, each line repeats the names ("Plan:
 * Basic; Price: 10 €"), so that a row quoted alone still says what its numbers are.
 */
public final class Rows {

    private static final int LONGEST_NAME = 60;

    private Rows() {}

    /** Lines for the rows that hold text; {@code named} says that the format marks a header row. */
    public static List<String> lines(List<List<String>> table, boolean named) {
        var rows = table.stream().filter(row -> row.stream().anyMatch(c -> !c.isBlank())).toList();
        if (rows.size() < 2 || !(named || looksLikeNames(rows))) {
            return rows.stream().map(Rows::plain).toList();
        }
        var names = rows.getFirst();
        var lines = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            lines.add(
                    IntStream.range(0, row.size())
                            .filter(i -> !row.get(i).isBlank())
                            .mapToObj(i -> cell(i < names.size() ? names.get(i) : "", row.get(i)))
                            .collect(Collectors.joining("; ")));
        }
        return lines;
    }

    private static String cell(String name, String value) {
        return name.isBlank() ? value : name + ": " + value;
    }

    private static String plain(List<String> row) {
        return row.stream().filter(c -> !c.isBlank()).collect(Collectors.joining(" | "));
    }

    /** Short, different words over columns; with figures in them only where figures stand below. */
    private static boolean looksLikeNames(List<List<String>> rows) {
        var first = rows.getFirst();
        boolean words =
                first.size() > 1
                        && first.stream().distinct().count() == first.size()
                        && first.stream().skip(1).noneMatch(String::isBlank)
                        && first.stream().allMatch(c -> c.isBlank() || isName(c))
                        && rows.stream().allMatch(row -> row.size() <= first.size() + 1);
        boolean figuresBelow =
                rows.stream()
                        .skip(1)
                        .flatMap(List::stream)
                        .anyMatch(c -> !c.isBlank() && !isName(c));
        boolean figures = first.stream().flatMapToInt(String::chars).anyMatch(Character::isDigit);
        return words && (figuresBelow || !figures);
    }

    private static boolean isName(String cell) {
        return cell.length() <= LONGEST_NAME && cell.codePoints().anyMatch(Character::isLetter);
    }
}
