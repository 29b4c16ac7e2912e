package io.frontdesk.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir Path directory;

    @Test
    void isTheSameWheneverTheSameIsPacked() throws IOException {
        assertThat(Fingerprint.of(jar("content", 1_000_000_000_000L)))
                .isEqualTo(Fingerprint.of(jar("content", 1_700_000_000_000L)));
    }

    @Test
    void changesWithTheContent() throws IOException {
        assertThat(Fingerprint.of(jar("content", 1_000_000_000_000L)))
                .isNotEqualTo(Fingerprint.of(jar("other", 1_000_000_000_000L)));
    }

    private Path jar(String content, long time) throws IOException {
        var file = Files.createTempFile(directory, "a", ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry("A.class");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
