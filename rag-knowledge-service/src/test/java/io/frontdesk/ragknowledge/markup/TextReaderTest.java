package io.frontdesk.ragknowledge.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.content.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {

    @Test
    void joinsWrappedLinesAndKeepsShortOnes() {
        var blocks =
                new TextReader()
                        .read(
                                """
                                OPENING HOURS

                                Monday: 9-17
                                Tuesday: 9-12

                                This paragraph was wrapped by a program after some sixty
                                characters, as text files often are when they come by mail,
                                and so its lines are one.
                                """)
                        .blocks();
        assertThat(blocks)
                .containsExactly(
                        new Block.Heading(2, "OPENING HOURS", null),
                        new Block.Lines(List.of("Monday: 9-17", "Tuesday: 9-12"), null),
                        new Block.Paragraph(
                                "This paragraph was wrapped by a program after some sixty"
                                        + " characters, as text files often are when they come by mail,"
                                        + " and so its lines are one.",
                                null));
    }

    @Test
    void findsListsWithTheirLeadIn() {
        var blocks = new TextReader().read("We accept:\n* cash\n* cards\n  of all kinds").blocks();
        assertThat(blocks)
                .containsExactly(
                        new Block.Paragraph("We accept:", null),
                        new Block.Lines(List.of("- cash", "- cards of all kinds"), null));
    }
}
