package io.frontdesk.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    @TempDir Path directory;

    private final ProcessHandle own = ProcessHandle.current();

    @Test
    void findsAProcessThatRuns() {
        var table = new ProcessTable(directory);
        table.add(entry(Duration.ZERO));

        assertThat(table.running("a-service"))
                .hasValueSatisfying(e -> assertThat(e.pid()).isEqualTo(own.pid()));
        assertThat(table.stale()).isEmpty();
    }

    @Test
    void doesNotMistakeAReusedProcessId() {
        var table = new ProcessTable(directory);
        table.add(entry(Duration.ofMinutes(-5)));

        assertThat(table.running("a-service")).isEmpty();
        assertThat(table.stale()).hasSize(1);
    }

    @Test
    void toleratesAClockThatWasSet() {
        assertThat(entry(Duration.ofSeconds(1)).process()).isPresent();
    }

    @Test
    void forgetsWhatIsRemoved() {
        var table = new ProcessTable(directory);
        table.add(entry(Duration.ZERO));
        table.remove("a-service");

        assertThat(table.running()).isEmpty();
    }

    @Test
    void ignoresAFileThatCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("a-service.json"), "{\"pid\":");

        assertThat(new ProcessTable(directory).running("a-service")).isEmpty();
    }

    @Test
    void showsItsFilesToTheOwnerAlone() throws IOException {
        new ProcessTable(directory).add(entry(Duration.ZERO));

        var mode = Files.getPosixFilePermissions(directory.resolve("a-service.json"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }

    private ProcessRecord entry(Duration shift) {
        var started = own.info().startInstant().orElseThrow();
        return new ProcessRecord("a-service", own.pid(), started.plus(shift), 0);
    }
}
