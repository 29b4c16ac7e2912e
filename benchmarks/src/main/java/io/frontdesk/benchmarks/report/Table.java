package io.frontdesk.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as their widest cell. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    public Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(
                    cell instanceof Double number
                            ? String.format("%.3f", number)
                            : String.valueOf(cell));
        }
        rows.add(List.copyOf(row));
        return this;
    }

    public void print(PrintStream out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(String.format("%-" + (width(column) + 2) + "s", row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
