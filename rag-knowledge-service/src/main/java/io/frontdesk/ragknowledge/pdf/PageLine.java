package io.frontdesk.ragknowledge.pdf;

import java.util.List;

/**
 * A printed line: type size and position in points, the origin at the top left of the page. Wide
 * gaps part it into cells; most lines have one.
 */
record PageLine(
        int page,
        String text,
        List<String> cells,
        float size,
        boolean bold,
        float left,
        float right,
        float bottom) {

    boolean isRow() {
        return cells.size() > 1;
    }

    boolean endsSentence() {
        return !text.isEmpty() && ".!?:;。！？؟".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    boolean looksLike(PageLine other) {
        return Math.abs(size - other.size) < 0.6f && bold == other.bold;
    }
}
