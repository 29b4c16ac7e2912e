package io.frontdesk.ragknowledge.chunking;

import io.frontdesk.ragknowledge.content.Block;
import java.util.ArrayList;
import java.util.List;

/** Takes blocks apart only as far as they are too long: lists by items, then text by sentences. */
final class Pieces {

    private final int most;
    private final List<Piece> pieces = new ArrayList<>();

    Pieces(int most) {
        this.most = most;
    }

    List<Piece> of(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            var next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (blocks.get(i) instanceof Block.Paragraph(var leadIn, _)
                    && next instanceof Block.Lines(var lines, _)
                    && leadIn.endsWith(":")) {
                addLed(leadIn, lines);
                i++;
            } else {
                add(blocks.get(i));
            }
        }
        return pieces;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> addText(heading.text(), Piece.PARAGRAPH);
            case Block.Paragraph paragraph -> addText(paragraph.text(), Piece.PARAGRAPH);
            case Block.Lines lines -> addLines(lines.lines());
        }
    }

    /** "You can use:" says nothing without the list that it announces. */
    private void addLed(String leadIn, List<String> lines) {
        var whole = Piece.of(leadIn + Piece.LINE + String.join(Piece.LINE, lines), Piece.PARAGRAPH);
        if (whole.tokens() <= most) {
            pieces.add(whole);
            return;
        }
        var first = Piece.of(leadIn + Piece.LINE + lines.getFirst(), Piece.PARAGRAPH);
        if (first.tokens() <= most) {
            pieces.add(first);
            lines.stream().skip(1).forEach(line -> addText(line, Piece.LINE));
        } else {
            addText(leadIn, Piece.PARAGRAPH);
            addLines(lines);
        }
    }

    private void addLines(List<String> lines) {
        var whole = Piece.of(String.join(Piece.LINE, lines), Piece.PARAGRAPH);
        if (whole.tokens() <= most) {
            pieces.add(whole);
        } else {
            for (int i = 0; i < lines.size(); i++) {
                addText(lines.get(i), i == 0 ? Piece.PARAGRAPH : Piece.LINE);
            }
        }
    }

    private void addText(String text, String separator) {
        var whole = Piece.of(text, separator);
        if (whole.tokens() <= most) {
            pieces.add(whole);
            return;
        }
        var between = separator;
        int start = 0;
        for (var sentence : Sentences.of(text)) {
            addSentence(text.substring(start, sentence.end()).strip(), between);
            start = sentence.end();
            between = Piece.SENTENCE;
        }
    }

    private void addSentence(String sentence, String separator) {
        var between = separator;
        int start = 0;
        while (start < sentence.length()) {
            int end = cut(sentence, start);
            var part = sentence.substring(start, end).strip();
            if (!part.isEmpty()) {
                pieces.add(Piece.of(part, between));
            }
            between = Piece.SENTENCE;
            start = end;
        }
    }

    /** The end of the longest part that fits, at a blank where there is one in its second half. */
    private int cut(String text, int start) {
        int high = Math.min(text.length(), start + most * 8);
        if (high == text.length() && Tokens.count(text.substring(start)) <= most) {
            return high;
        }
        int low = start + 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (Tokens.count(text.substring(start, middle)) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int half = start + (low - start) / 2;
        int blank = low;
        while (blank > half && text.charAt(blank) != ' ') {
            blank--;
        }
        int end = blank > half ? blank : low;
        boolean splitsPair =
                end > start + 1
                        && end < text.length()
                        && Character.isHighSurrogate(text.charAt(end - 1));
        return splitsPair ? end - 1 : end;
    }
}
