package io.frontdesk.ragknowledge.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostileFilesTest {

    private static final String WORD_TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels"
              ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml" ContentType=
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """;
    private static final String WORD_RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Target="word/document.xml" Type=
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>
            """;
    private static final String WORD_BODY =
            """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>
            """;

    @TempDir private Path folder;

    @Test
    void readsOneUnbrokenLineOfTenMegabytes() throws IOException {
        var chunks = chunks(write("line.txt", "x".repeat(10 * 1024 * 1024)));
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.text()).hasSizeLessThan(3000));
        assertThat(chunks.stream().mapToInt(chunk -> chunk.text().length()).sum())
                .isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void readsTextThatIsNotUtf8() throws IOException {
        var file = folder.resolve("preise.txt");
        Files.write(
                file,
                "Die Gebühr beträgt 5 € für Gäste.".getBytes(Charset.forName("windows-1252")));
        assertThat(chunks(file).getFirst().text()).contains("Gebühr beträgt");
    }

    @Test
    void replacesBrokenBytesInUtf8() throws IOException {
        var bytes =
                "Grüße aus München, größer \u00e9\u00e9\u00e9 und X mehr"
                        .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 6] = (byte) 0xC3;
        var file = folder.resolve("broken.md");
        Files.write(file, bytes);
        assertThat(chunks(file).getFirst().text()).contains("Grüße aus München");
    }

    @Test
    void stopsADocumentThatUnpacksToFarMore() throws IOException {
        var bomb = folder.resolve("bomb.docx");
        try (var zip = word(bomb, WORD_BODY.formatted("hello"))) {
            zip.putNextEntry(new ZipEntry("word/styles.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
        assertThat(fault(bomb)).isEqualTo(Fault.TOO_COMPLEX);
    }

    @Test
    void doesNotFollowExternalEntities() throws IOException {
        var secret = write("secret.txt", "top secret words");
        var file = folder.resolve("entity.docx");
        var entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        try (var zip = word(file, entity + WORD_BODY.formatted("before &x; after"))) {
            zip.finish();
        }
        var read = "";
        try {
            read = String.join(" ", chunks(file).stream().map(Chunk::text).toList());
        } catch (UnreadableDocument refused) {
            read = refused.getMessage();
        }
        assertThat(read).doesNotContain("top secret");
    }

    @Test
    void survivesDeepNesting() throws IOException {
        var html =
                write(
                        "deep.html",
                        "<div>".repeat(20_000) + "bottom of it" + "</div>".repeat(20_000));
        var quotes = write("deep.md", ">".repeat(5_000) + " bottom\n\n" + "*".repeat(20_000) + "a");
        for (var file : List.of(html, quotes)) {
            try {
                assertThat(chunks(file)).isNotEmpty();
            } catch (UnreadableDocument refused) {
                assertThat(refused.fault()).isIn(Fault.TOO_COMPLEX, Fault.HAS_NO_TEXT);
            }
        }
    }

    @Test
    void doesNotTakeAnArchiveOrAPictureForADocument() throws IOException {
        var archive = folder.resolve("things.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        var renamed = Files.copy(archive, folder.resolve("things.pdf"));
        var cutOff = folder.resolve("cut.docx");
        Files.write(cutOff, java.util.Arrays.copyOf(Files.readAllBytes(archive), 40));
        assertThat(fault(archive)).isEqualTo(Fault.UNSUPPORTED);
        assertThat(fault(renamed)).isEqualTo(Fault.TYPE_MISMATCH);
        assertThat(fault(cutOff)).isEqualTo(Fault.DAMAGED);
    }

    @Test
    void findsNoTextWhereThereAreOnlyBlanksAndSigns() throws IOException {
        assertThat(fault(write("blank.txt", " \n\n ... --- \n"))).isEqualTo(Fault.HAS_NO_TEXT);
        assertThat(fault(write("blank.html", "<html><body><nav>Home</nav></body></html>")))
                .isEqualTo(Fault.HAS_NO_TEXT);
    }

    @Test
    void stopsAtTheTimeLimit() throws IOException {
        var slow = write("slow.md", "- a [b](c) **d**\n".repeat(400_000));
        var parsing = new Parsing(new ParsingProperties(Duration.ofMillis(30)));
        var late =
                catchThrowableOfType(UnreadableDocument.class, () -> parsing.read(slow, "slow.md"));
        assertThat(late.fault()).isEqualTo(Fault.TOO_COMPLEX);
    }

    private ZipOutputStream word(Path file, String document) throws IOException {
        var zip = new ZipOutputStream(Files.newOutputStream(file));
        for (var part :
                List.of(
                        List.of("[Content_Types].xml", WORD_TYPES),
                        List.of("_rels/.rels", WORD_RELATIONS),
                        List.of("word/document.xml", document))) {
            zip.putNextEntry(new ZipEntry(part.getFirst()));
            zip.write(part.getLast().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return zip;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Chunk> chunks(Path file) throws IOException {
        return Chunker.chunks(Reading.of(file).content());
    }

    private static Fault fault(Path file) {
        var fault = catchThrowableOfType(UnreadableDocument.class, () -> Reading.of(file));
        assertThat(fault).as("%s is read", file).isNotNull();
        return fault.fault();
    }
}
