package io.frontdesk.ragknowledge.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LargeFilesTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir private Path folder;

    @Test
    void readsAPdfOfTwoThousandPages() throws IOException {
        var file = folder.resolve("long.pdf");
        try (var document = new PDDocument()) {
            var font = new PDType1Font(FontName.HELVETICA);
            for (int i = 1; i <= 2_000; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.newLineAtOffset(70, 700);
                    content.showText(
                            "Room " + word(i) + " is on floor " + i % 40 + " of the tower.");
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        var chunks = chunks(file);
        assertThat(chunks).extracting(Chunk::page).contains(1, 2_000);
        assertThat(chunks)
                .anyMatch(
                        chunk -> chunk.text().contains("Room " + word(1_999) + " is on floor 39"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "word ", "a.", "語", "- a ", "1) ", "<b>"})
    void readsAMegabyteInOneLineInBoundedTime(String repeated) throws IOException {
        for (var ending : List.of("txt", "md", "html")) {
            var text = repeated.repeat(MEGABYTE / repeated.length());
            var file = folder.resolve("line." + ending);
            Files.writeString(file, ending.equals("html") ? "<p>" + text + " end" : text + " end");
            try {
                assertThat(chunks(file)).isNotEmpty();
            } catch (UnreadableDocument refused) {
                assertThat(refused.fault().type()).isEqualTo("document-too-complex");
            }
        }
    }

    @Test
    void readsBytesThatAreNoUtf8() throws IOException {
        var bytes =
                "We open at nine. \u00ff\u00fe broken \u00c3( and go on."
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (var name : List.of("broken.txt", "broken.md", "broken.html")) {
            var file = Files.write(folder.resolve(name), bytes);
            assertThat(chunks(file).getFirst().text()).contains("We open at nine", "and go on");
        }
    }

    /** Lines that differ in figures alone would be taken for what every page repeats. */
    private static String word(int number) {
        return Integer.toString(number, 36).replaceAll("\\d", "q") + "gh".repeat(number % 7);
    }

    private static List<Chunk> chunks(Path file) throws IOException {
        return Chunker.chunks(Reading.of(file).content(), 200);
    }
}
