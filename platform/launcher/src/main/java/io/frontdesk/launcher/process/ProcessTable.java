package io.frontdesk.launcher.process;

import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The processes that were started, one file each. */
public final class ProcessTable {
    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path directory;

    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    public void add(ProcessRecord entry) {
        Checkout.writePrivately(file(entry.service()), JSON.writeValueAsString(entry));
    }

    /** The entry of a service that is really running. */
    public Optional<ProcessRecord> running(String service) {
        return entry(service).filter(entry -> entry.process().isPresent());
    }

    /** What is left of processes that are gone. */
    public List<ProcessRecord> stale() {
        return entries().stream().filter(entry -> entry.process().isEmpty()).toList();
    }

    public List<ProcessRecord> running() {
        return entries().stream().filter(entry -> entry.process().isPresent()).toList();
    }

    public void remove(String service) {
        try {
            Files.deleteIfExists(file(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessRecord> entries() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .flatMap(service -> entry(service).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that cannot be read says nothing about any process; it is replaced at the next start.
     */
    private Optional<ProcessRecord> entry(String service) {
        try {
            return Optional.of(JSON.readValue(file(service).toFile(), ProcessRecord.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Path file(String service) {
        return directory.resolve(service + ENDING);
    }
}
