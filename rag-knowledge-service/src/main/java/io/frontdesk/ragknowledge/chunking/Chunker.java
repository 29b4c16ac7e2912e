package io.frontdesk.ragknowledge.chunking;

import io.frontdesk.ragknowledge.content.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into chunks of about 200 tokens, or as configured: never across headings or
 * pages, between sentences where one must be cut at all, and always the same way for the same
 * document.
 */
public final class Chunker {

    private static final int TOKENS = 200;
    private static final int MODEL_LIMIT = 500;

    private final int aim;
    private final int most;

    private Chunker(int tokens) {
        this.aim = tokens * 21 / 20;
        this.most = Math.min(MODEL_LIMIT, tokens * 13 / 10);
    }

    public static List<Chunk> chunks(ParsedDocument document) {
        return chunks(document, TOKENS);
    }

    /**
     * Cuts to a size; where the last words of a section would make a scrap, a chunk has up to a
     * third more.
     *
     * @param tokens of a chunk, 64 to 500
     */
    public static List<Chunk> chunks(ParsedDocument document, int tokens) {
        return new Chunker(tokens).cut(document);
    }

    private List<Chunk> cut(ParsedDocument document) {
        var chunks = new ArrayList<Chunk>();
        for (var section : Section.of(document)) {
            for (var text : pack(new Pieces(most).of(section.blocks()))) {
                chunks.add(chunk(chunks.size(), text, section.headings(), section.page()));
            }
        }
        return chunks;
    }

    private static Chunk chunk(
            int ordinal, String text, List<String> headings, @Nullable Integer page) {
        return new Chunk(ordinal, text, headings, page);
    }

    /** Fills chunks evenly, so that no section ends in a scrap of a few words. */
    private List<String> pack(List<Piece> pieces) {
        int total = pieces.stream().mapToInt(Piece::tokens).sum();
        int count = total <= most ? 1 : (total + aim - 1) / aim;
        int share = (total + count - 1) / count;
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        int tokens = 0;
        for (var piece : pieces) {
            boolean full = tokens + piece.tokens() > most;
            boolean better = tokens >= share || tokens + piece.tokens() - share > share - tokens;
            if (!text.isEmpty() && (full || (total > most && better))) {
                texts.add(text.toString());
                text.setLength(0);
                tokens = 0;
            }
            if (!text.isEmpty()) {
                text.append(piece.separator());
            }
            text.append(piece.text());
            tokens += piece.tokens();
        }
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }
}
