package io.frontdesk.ragknowledge.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontdesk.ragknowledge.Samples;
import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleDocumentsTest {

    private static final Map<String, String> FAULTS =
            Map.of(
                    "empty.txt", "document-empty",
                    "images-only.pdf", "document-has-no-text",
                    "password-protected.pdf", "document-encrypted",
                    "renamed-binary.pdf", "document-type-mismatch",
                    "truncated.pdf", "document-damaged");

    @Test
    void readsEveryHandbookPageAndOfficeFile() throws IOException {
        for (var file :
                Stream.concat(Samples.in("handbook").stream(), Samples.in("office").stream())
                        .toList()) {
            var chunks = chunks(file);
            assertThat(chunks).as(file.toString()).isNotEmpty();
            assertThat(chunks).extracting(Chunk::ordinal).isSorted().doesNotHaveDuplicates();
            assertThat(chunks)
                    .as(file.toString())
                    .allSatisfy(
                            chunk -> assertThat(chunk.text()).isNotBlank().hasSizeLessThan(3000));
        }
    }

    @Test
    void saysWhatIsWrongWithEachBrokenFile() {
        var files = Samples.in("broken");
        for (var file : files) {
            var fault = catchThrowableOfType(UnreadableDocument.class, () -> Reading.of(file));
            assertThat(fault).as(file.toString()).isNotNull();
            assertThat(fault.fault().type())
                    .as(file.toString())
                    .isEqualTo(FAULTS.get(file.getFileName().toString()));
        }
    }

    @Test
    void leavesNoSiteGeneratorTagsInHandbookPages() throws IOException {
        for (var file : Samples.in("handbook")) {
            assertThat(chunks(file))
                    .allSatisfy(chunk ->
                            assertThat(chunk.text()).doesNotContain("{%", "{{", "](", "**"));
        }
    }

    @Test
    void keepsTheHeadingPathOfAHandbookPage() throws IOException {
        var page = Samples.file("handbook", "leave.md");
        assertThat(Reading.of(page).content().title()).isEqualTo("Leave types");
        assertThat(chunks(page))
                .filteredOn(chunk -> chunk.text().contains("13 days (104 hours)"))
                .singleElement()
                .extracting(Chunk::headings)
                .isEqualTo(
                        List.of(
                                "Types of leave",
                                "Sick leave",
                                "For bereavement purposes",
                                "Civilian"));
    }

    @Test
    void readsPdfPageByPageWithItsHeadings() throws IOException {
        var chunks = chunks(Samples.file("office", "spring-ai-reference-overview.pdf"));
        assertThat(chunks).extracting(Chunk::page).contains(1, 2, 3).doesNotContainNull();
        assertThat(chunks)
                .filteredOn(chunk -> chunk.text().contains("artificial intelligence"))
                .first()
                .satisfies(chunk -> {
                    assertThat(chunk.headings()).contains("Introduction");
                    assertThat(chunk.page()).isEqualTo(1);
                });
    }

    @Test
    void readsColumnsOneAfterTheOtherAndMendsHyphens() throws IOException {
        var text = text(Samples.file("office", "multicolumn.pdf"));
        assertThat(text)
                .contains("consectetuer adipiscing elit. Ut purus elit")
                .contains("Country: Austria;")
                .doesNotContain("adip- iscing");
    }

    @Test
    void readsTablesAndListsOfWordByTheirRows() throws IOException {
        var text = text(Samples.file("office", "word-sample.docx"));
        assertThat(text)
                .contains("ITEM: Pencils; NEEDED: 2")
                .contains("- One\n- Two")
                .contains("Drop caps are used")
                .doesNotContain("image2.png");
    }

    @Test
    void countsSlidesAsPages() throws IOException {
        var chunks = chunks(Samples.file("office", "sample.pptx"));
        assertThat(chunks)
                .filteredOn(chunk -> chunk.text().contains("Item 2"))
                .singleElement()
                .satisfies(chunk -> {
                    assertThat(chunk.page()).isEqualTo(4);
                    assertThat(chunk.headings()).containsExactly("Table");
                    assertThat(chunk.text()).contains("Category 2: 5.1");
                });
    }

    @Test
    void readsRightToLeftText() throws IOException {
        assertThat(text(Samples.file("office", "habibi.pdf"))).contains("حَبيبي");
    }

    private static List<Chunk> chunks(Path file) throws IOException {
        return Chunker.chunks(Reading.of(file).content());
    }

    private static String text(Path file) throws IOException {
        return String.join("\n\n", chunks(file).stream().map(Chunk::text).toList());
    }
}
