package io.frontdesk.ragknowledge.intake;

import io.frontdesk.ragknowledge.archive.ArchiveFile;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Manifest;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.override.TooManyOverrides;
import io.frontdesk.ragknowledge.usage.QuotaExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works through an archive, one thing per transaction. It may be stopped at any point and started
 * again: what was imported is known by its mapping and skipped.
 */
@Service
class ImportArchive {

    /** Tries without getting further. */
    private static final int MOST_ATTEMPTS = 8;

    private static final Logger log = LoggerFactory.getLogger(ImportArchive.class);

    private final Imports imports;
    private final List<Section> sections;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ImportArchive(
            Imports imports,
            List<Section> sections,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.imports = imports;
        this.sections = sections;
        this.transaction = transaction;
        this.json = json;
    }

    void run(UUID id) throws IOException, InterruptedException {
        if (imports.find(id).filter(ArchiveImport::isRunning).isEmpty()) {
            return;
        }
        if (imports.attempt(id) > MOST_ATTEMPTS) {
            imports.end(
                    id, "failed", "It failed several times over. Send the archive again later.");
            return;
        }
        try (var file = TemporaryFile.create()) {
            try (var out = Files.newOutputStream(file.path())) {
                imports.copy(id, out);
            }
            try (var archive = ArchiveFile.open(file.path(), json)) {
                for (var section : sections) {
                    archive.items(section.entry(), item -> add(id, section, item, archive));
                }
            }
            imports.end(id, "done", null);
        } catch (InvalidArchive | QuotaExceeded | TooManyOverrides refused) {
            log.info("Import {} failed: {}", id, refused.getMessage());
            imports.end(id, "failed", refused.getMessage());
        } catch (NonTransientDataAccessException unkeepable) {
            log.warn("Import {} failed", id, unkeepable);
            imports.end(id, "failed", "A thing of the archive cannot be stored.");
        } catch (Stopped stopped) {
            throw new InterruptedException("stopped between two things");
        }
    }

    private void add(UUID id, Section section, JsonNode item, ArchiveFile archive) {
        if (Thread.interrupted()) {
            throw new Stopped();
        }
        var oldId = oldId(section, item);
        transaction.executeWithoutResult(_ -> {
            if (imports.mapped(id, section.entry(), oldId).isEmpty()) {
                var newId = read(section, new Arriving(id, item, archive));
                imports.map(id, section.entry(), oldId, newId);
            }
        });
    }

    private static UUID read(Section section, Incoming item) {
        try {
            return section.read(item);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static UUID oldId(Section section, JsonNode item) {
        try {
            return UUID.fromString(item.path("id").stringValue(""));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidArchive("A thing in " + section.entry() + " has no id.");
        }
    }

    private static final class Stopped extends RuntimeException {}

    private final class Arriving implements Incoming {
        private final UUID importId;
        private final JsonNode item;
        private final ArchiveFile archive;

        Arriving(UUID importId, JsonNode item, ArchiveFile archive) {
            this.importId = importId;
            this.item = item;
            this.archive = archive;
        }

        @Override
        public JsonNode json() {
            return item;
        }

        @Override
        public Optional<UUID> mapped(String entry, UUID oldId) {
            return imports.mapped(importId, entry, oldId);
        }

        @Override
        public void note(String sentence) {
            imports.note(importId, sentence);
        }

        @Override
        public InputStream open(String file) throws IOException {
            return archive.content(file);
        }

        @Override
        public Optional<Manifest.Entry> file(String file) {
            return archive.entry(file);
        }
    }
}
