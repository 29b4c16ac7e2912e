package io.frontdesk.admincustomerrag.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTracesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_530, 65_536, 131_070, 200_000})
    void findsATextWhereverItStands(int before) throws IOException {
        var traces =
                ArchiveTraces.in(
                        zip("a", "x".repeat(before) + "SeCret word" + "y".repeat(9)),
                        List.of("secret WORD", "other"),
                        1_000_000);
        assertThat(traces.found()).containsExactly("secret WORD");
        assertThat(traces.entries()).isEqualTo(1);
    }

    @Test
    void findsATextInAName() throws IOException {
        assertThat(ArchiveTraces.in(zip("a/secret.md", ""), List.of("secret"), 10).found())
                .containsExactly("secret");
        assertThat(ArchiveTraces.in(zip("a.md", "text"), List.of("secret"), 10).found()).isEmpty();
    }

    @Test
    void doesNotUnpackABomb() {
        assertThatThrownBy(() ->
                        ArchiveTraces.in(zip("a", "0".repeat(3_000_000)), List.of("x"), 1_000_000))
                .isInstanceOf(IOException.class);
    }

    private static InputStream zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
