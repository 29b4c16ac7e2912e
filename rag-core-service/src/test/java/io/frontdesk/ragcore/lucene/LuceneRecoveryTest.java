package io.frontdesk.ragcore.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragcore.index.Checkpoint;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class LuceneRecoveryTest {
    private static final UUID TENANT = new UUID(1, 1);

    @TempDir Path directory;

    @Test
    void standsWhereItWasPersisted() {
        try (var index = filled()) {
            index.persist();
        }
        try (var index = new LuceneChunkIndex(directory)) {
            assertThat(index.checkpoint()).isEqualTo(new Checkpoint("test", 5));
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void losesContentAndPositionTogetherWhenItIsKilled(@TempDir Path copy) throws IOException {
        try (var index = filled()) {
            index.persist();
            index.apply(List.of(change(2, 6)), 6);
            // What a killed process leaves is what is in the directory at that moment.
            copy(directory, copy);
        }
        try (var index = new LuceneChunkIndex(copy)) {
            assertThat(index.checkpoint()).isEqualTo(new Checkpoint("test", 5));
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void startsEmptyWhereTheDirectoryIsMissing() {
        try (var index = new LuceneChunkIndex(directory.resolve("not/there"))) {
            assertThat(index.checkpoint()).isEqualTo(Checkpoint.NONE);
        }
    }

    @Test
    void startsEmptyWhereAFileIsDamaged() throws IOException {
        try (var index = filled()) {
            index.persist();
        }
        for (var file : files(directory)) {
            var bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        try (var index = new LuceneChunkIndex(directory)) {
            assertThat(index.checkpoint()).isEqualTo(Checkpoint.NONE);
            assertThat(found(index)).isZero();
            refill(index);
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void startsEmptyWhereAFileIsMissing() throws IOException {
        try (var index = filled()) {
            index.persist();
        }
        for (var file : files(directory)) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        try (var index = new LuceneChunkIndex(directory)) {
            assertThat(index.checkpoint()).isEqualTo(Checkpoint.NONE);
        }
    }

    @Test
    void comesBackWhenItsDirectoryDisappearsUnderIt() {
        try (var index = filled()) {
            index.persist();
            FileSystemUtils.deleteRecursively(directory.toFile());

            assertThatThrownBy(() -> index.apply(List.of(change(2, 6)), 6))
                    .isInstanceOf(IndexUnavailable.class);
            assertThat(index.checkpoint()).isEqualTo(Checkpoint.NONE);
            refill(index);
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void saysThatAnotherProcessHasIt() {
        try (var first = filled()) {
            assertThatThrownBy(() -> new LuceneChunkIndex(directory))
                    .hasMessageContaining("Another process");
            assertThat(found(first)).isEqualTo(1);
        }
    }

    private LuceneChunkIndex filled() {
        var index = new LuceneChunkIndex(directory);
        refill(index);
        return index;
    }

    private static void refill(LuceneChunkIndex index) {
        index.clear("test");
        index.apply(List.of(change(1, 5)), 5);
    }

    private static ChunkChange change(int id, long position) {
        var vector = new float[384];
        vector[id] = 1;
        var content =
                new ChunkChange.Content(
                        new UUID(2, 1),
                        "Handbook",
                        List.of(),
                        "Sick leave.",
                        "en",
                        Map.of("test", vector));
        return new ChunkChange(new UUID(3, id), TENANT, position, content);
    }

    private static int found(LuceneChunkIndex index) {
        return index.lexical(new SearchScope(TENANT, null), "sick", 10).size();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }
}
