package io.frontdesk.ragknowledge.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.content.Block;
import io.frontdesk.ragknowledge.content.ParsedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkerTest {

    private static final int MOST = 262;

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNoWordAndKeepsTheLimit(long seed) {
        var document = random(new Random(seed));
        var chunks = Chunker.chunks(document);
        assertThat(words(String.join(" ", chunks.stream().map(Chunk::text).toList())))
                .isEqualTo(words(body(document)));
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(Tokens.count(chunk.text())).isLessThan(MOST));
        assertThat(Chunker.chunks(document)).isEqualTo(chunks);
        assertThat(chunks)
                .extracting(Chunk::ordinal)
                .isEqualTo(IntStream.range(0, chunks.size()).boxed().toList());
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @Test
    void startsAChunkAtEveryHeadingAndKeepsItsPath() {
        var chunks =
                Chunker.chunks(
                        document(
                                new Block.Heading(1, "Prices", null),
                                paragraph("Everything costs money."),
                                new Block.Heading(2, "Rooms", null),
                                paragraph("A room is 80 €."),
                                new Block.Heading(2, "Meals", null),
                                paragraph("Breakfast is 9 €.")));
        assertThat(chunks)
                .extracting(Chunk::headings)
                .containsExactly(
                        List.of("Prices"), List.of("Prices", "Rooms"), List.of("Prices", "Meals"));
    }

    @Test
    void keepsAListWithTheSentenceThatAnnouncesIt() {
        var filler = paragraph("This sentence takes up a little space here. ".repeat(22).strip());
        var chunks =
                Chunker.chunks(
                        document(
                                filler,
                                paragraph("You can pay with:"),
                                new Block.Lines(List.of("- cash", "- card", "- transfer"), null)));
        assertThat(chunks)
                .anySatisfy(chunk ->
                        assertThat(chunk.text())
                                .contains("You can pay with:\n- cash\n- card\n- transfer"));
    }

    @Test
    void turnsAHeadingWithoutTextIntoAChunk() {
        var chunks =
                Chunker.chunks(
                        document(
                                new Block.Heading(1, "Closed on Mondays", 1),
                                new Block.Heading(1, "Menu", 2),
                                new Block.Paragraph("Soup of the day.", 2)));
        assertThat(chunks).extracting(Chunk::text).contains("Closed on Mondays");
        assertThat(chunks).extracting(Chunk::page).containsExactly(1, 2);
    }

    @Test
    void cutsBetweenSentences() {
        var sentence = "The quick brown fox jumps over the lazy dog near the river bank today. ";
        var chunks = Chunker.chunks(document(paragraph(sentence.repeat(80).strip())));
        assertThat(chunks).hasSizeGreaterThan(3);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.text()).endsWith("today."));
    }

    private static ParsedDocument random(Random random) {
        var blocks = new ArrayList<Block>();
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            blocks.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Block.Heading(1 + random.nextInt(4), "Part " + i, null);
                        case 1 ->
                                new Block.Lines(
                                        IntStream.range(0, 1 + random.nextInt(30))
                                                .mapToObj(n -> "- " + sentence(random))
                                                .toList(),
                                        null);
                        default -> paragraph(text(random));
                    });
        }
        blocks.add(paragraph("The end."));
        return new ParsedDocument(null, blocks);
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(n -> sentence(random))
                .collect(Collectors.joining(" "));
    }

    private static String sentence(Random random) {
        return IntStream.range(0, 1 + random.nextInt(random.nextInt(20) == 0 ? 700 : 20))
                .mapToObj(n -> "w".repeat(1 + random.nextInt(12)))
                .collect(Collectors.joining(" ", "W", random.nextBoolean() ? "." : ":"));
    }

    private static String body(ParsedDocument document) {
        var text = new StringBuilder();
        var blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            switch (blocks.get(i)) {
                case Block.Heading(var level, var words, _) -> {
                    boolean bare =
                            blocks.get(i + 1) instanceof Block.Heading(var next, _, _)
                                    && next <= level;
                    text.append(bare ? words : "");
                }
                case Block.Paragraph(var words, _) -> text.append(words);
                case Block.Lines(var lines, _) -> text.append(String.join(" ", lines));
            }
            text.append(' ');
        }
        return text.toString();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(text, null);
    }

    private static ParsedDocument document(Block... blocks) {
        return new ParsedDocument(null, List.of(blocks));
    }
}
